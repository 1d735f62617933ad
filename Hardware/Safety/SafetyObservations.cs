namespace Locomotion.Hardware.Safety;

/// <summary>What the supervisor sees in one servo frame. A reading that is no number counts as a bad one.</summary>
public readonly record struct SafetyObservations
{
    /// <summary>Number of the frame, from 0.</summary>
    public long Frame { get; init; }

    /// <summary>Monotonic time of the frame, s.</summary>
    public double Time { get; init; }

    /// <summary>What the operator asks for.</summary>
    public OperatorRequests Requests { get; init; }

    /// <summary>Deadlines missed in a row, up to this frame.</summary>
    public long MissedInARow { get; init; }

    /// <summary>Age of the oldest sense that matters, s.</summary>
    public double SensesAge { get; init; }

    /// <summary>Age of the descending command, s.</summary>
    public double DriveAge { get; init; }

    /// <summary>The drive asks for no motion.</summary>
    public bool DriveIdle { get; init; }

    /// <summary>The operator's link.</summary>
    public LinkState Link { get; init; }

    /// <summary>Current drawn from the servo rail, A; not read where <see cref="CurrentSettings.Watch"/> is off.</summary>
    public double RailCurrent { get; init; }

    /// <summary>Voltage of the servo rail, V; not read where <see cref="VoltageSettings.Watch"/> is off.</summary>
    public double RailVoltage { get; init; }

    /// <summary>Roll, rad; not read where <see cref="AttitudeSettings.Watch"/> is off.</summary>
    public double Roll { get; init; }

    /// <summary>Pitch, rad; as <see cref="Roll"/>.</summary>
    public double Pitch { get; init; }

    /// <summary>How long the joint that is worst off has been asked for more than its limits allow, s.</summary>
    public double LimitDwell { get; init; }

    /// <summary>A sensor's chip lost its settings and was not set up again yet.</summary>
    public bool SensorLost { get; init; }

    /// <summary>Bus errors in a row.</summary>
    public long BusErrors { get; init; }

    /// <summary>A command of this frame is not finite. (So named that what is not filled in is no fault.)</summary>
    public bool CommandsNotFinite { get; init; }

    /// <summary>The emergency stop is pressed.</summary>
    public bool EmergencyStop { get; init; }

    /// <summary>The plant's answers to the checklist: what holds.</summary>
    public ArmingChecks Checks { get; init; }
}
