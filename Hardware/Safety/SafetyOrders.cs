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

    /// <summary>True in the one frame in which running begins: controllers start anew, from the pose held.</summary>
    public bool ResetController { get; init; }

    /// <summary>Group of joints that is being engaged, from 0; those below are on, those above are off.</summary>
    public int EngagingGroup { get; init; }

    /// <summary>How far that group is, 0 to 1.</summary>
    public double EngagingProgress { get; init; }

    /// <summary>Time until engaging begins, s; 0 unless the delay before arming is running.</summary>
    public double ArmingIn { get; init; }

    /// <summary>Rung in force: the worst demand now, and in a stop the worst since it began.</summary>
    public FailsafeRung Rung { get; init; }

    /// <summary>The latest escalation.</summary>
    public SafetyReason Reason { get; init; }

    /// <summary>What did not hold when arming was last asked for or given up; none after an arming that worked.</summary>
    public ArmingChecks Refused { get; init; }

    /// <summary>How far the joints of <paramref name="group"/> are switched on.</summary>
    public EngagementStage Stage(int group) => Motion switch
    {
        MotionOrder.NoPulses => EngagementStage.Off,
        MotionOrder.Engage => group < EngagingGroup ? EngagementStage.On : group == EngagingGroup ? EngagementStage.Ramping : EngagementStage.Off,
        _ => EngagementStage.On,
    };
}
