namespace Locomotion.Hardware.Safety;

/// <summary>
/// What the operator asks for in a frame. Of several, the first of disarm, stop, hold, reset, arm, run counts. Arm, run and reset act when they
/// appear, so that a stuck key cannot arm again.
/// </summary>
[Flags]
public enum OperatorRequests
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Disarmed → engaging, after the checklist and the delay.</summary>
    Arm = 1,

    /// <summary>Armed → running.</summary>
    Run = 2,

    /// <summary>Stop by holding the pose.</summary>
    Hold = 4,

    /// <summary>Stop as <see cref="OffSettings.Meaning"/> says.</summary>
    Stop = 8,

    /// <summary>No pulses, now. Also the first half of leaving a stop.</summary>
    Disarm = 16,

    /// <summary>Fault → disarmed, once its cause is gone.</summary>
    Reset = 32,
}
