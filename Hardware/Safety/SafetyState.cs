namespace Locomotion.Hardware.Safety;

/// <summary>What the robot may do now. Order does not mean severity: <see cref="FailsafeRung"/> does.</summary>
public enum SafetyState
{
    /// <summary>The servo rail carries no voltage.</summary>
    Unpowered,

    /// <summary>The rail is on, no servo gets pulses. Every start begins here or in <see cref="Unpowered"/>.</summary>
    Disarmed,

    /// <summary>Servos are switched on group by group, each at the place that it was told last; one that stands elsewhere jumps there.</summary>
    Engaging,

    /// <summary>All servos hold the pose; the controller is not followed yet.</summary>
    Armed,

    /// <summary>The servos follow the controller.</summary>
    Running,

    /// <summary>Stopped: the last pose is sent again and again.</summary>
    Hold,

    /// <summary>Stopped: the servos move slowly to the safe pose, then hold it.</summary>
    SafePose,

    /// <summary>Stopped: no pulses, the rail still on.</summary>
    Released,

    /// <summary>Stopped: no pulses, the rail cut, the heartbeat silent. Left by a reset alone.</summary>
    Fault,
}
