namespace Locomotion.Hardware.Safety;

/// <summary>Who climbs the ladder. Of equal rungs the later one here is named.</summary>
public enum SafetyCause
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The operator asked to hold.</summary>
    OperatorHold,

    /// <summary>The operator asked to stop.</summary>
    OperatorStop,

    /// <summary>The animal has stood still with torque on; value: for how long, s.</summary>
    Idle,

    /// <summary>The descending command is old; value: its age, s.</summary>
    StaleDrive,

    /// <summary>The operator's link is lost; value: for how long, s.</summary>
    LinkLoss,

    /// <summary>A joint has been asked for more than its limits allow; value: for how long, s.</summary>
    LimitDwell,

    /// <summary>The body is tilted; value: the larger of |roll| and |pitch|, rad.</summary>
    Attitude,

    /// <summary>The senses are old; value: their age, s.</summary>
    StaleSenses,

    /// <summary>The rail's voltage is low; value: V.</summary>
    LowVoltage,

    /// <summary>The rail's current is high; value: A.</summary>
    OverCurrent,

    /// <summary>Frames missed their deadlines; value: how many in a row.</summary>
    MissedDeadlines,

    /// <summary>A sensor's chip lost its settings, so what it says means nothing.</summary>
    SensorLost,

    /// <summary>The bus does not answer; value: errors in a row.</summary>
    BusErrors,

    /// <summary>Time did not go forward from one frame to the next; value: the step, s.</summary>
    Clock,

    /// <summary>A command is no finite number.</summary>
    NotFinite,

    /// <summary>The emergency stop is pressed.</summary>
    EmergencyStop,
}
