namespace Locomotion.Hardware.Safety;

/// <summary>What the plant must do in this frame, and why.</summary>
public readonly record struct SafetyOrders
{
    /// <summary>The supervisor's state.</summary>
    public SafetyState State { get; init; }

    /// <summary>What the servos do.</summary>
    public MotionOrder Motion { get; init; }

    /// <summary>Output-enable: may pulses reach servos at all?</summary>
    public bool OutputsEnabled => Motion != MotionOrder.NoPulses;

    /// <summary>The servo rail shall be on, where the robot can switch it.</summary>
    public bool RailOn { get; init; }

    /// <summary>Keep the external watchdog alive, which alone pulls output-enable low.</summary>
    public bool Heartbeat => OutputsEnabled;

    /// <summary>By what the descending drive is multiplied, 0 to 1.</summary>
    public double DriveScale { get; init; }

    /// <summary>Group of joints that was engaged last, from 0; those below are on too, those above are off.</summary>
    public int EngagingGroup { get; init; }

    /// <summary>Time until engaging begins, s; 0 unless the delay before arming is running.</summary>
    public double ArmingIn { get; init; }

    /// <summary>Rung in force: the worst demand now, and in a stop the worst since it began.</summary>
    public FailsafeRung Rung { get; init; }

    /// <summary>The latest escalation.</summary>
    public SafetyReason Reason { get; init; }

    /// <summary>What did not hold when arming was last asked for or given up; none after an arming that worked.</summary>
    public ArmingChecks Refused { get; init; }

    /// <summary>Whether the joints of <paramref name="group"/> get pulses.</summary>
    public bool Engages(int group) => Motion switch
    {
        MotionOrder.NoPulses => false,
        MotionOrder.Engage => group <= EngagingGroup,
        _ => true,
    };
}
