namespace Locomotion.Hardware.Safety;

/// <summary>The failsafe ladder, mildest first: of several demands the worst wins.</summary>
public enum FailsafeRung
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>It is reported, and no new arming is allowed.</summary>
    Warn,

    /// <summary>The drive is scaled down (<see cref="DriveSettings.SlowFactor"/>).</summary>
    Slow,

    /// <summary>The drive is zero: the animal stands, the controller still runs.</summary>
    FreezeDrive,

    /// <summary>A stop, as all from here on: <see cref="SafetyState.Hold"/>.</summary>
    Hold,

    /// <summary><see cref="SafetyState.SafePose"/>.</summary>
    SafePose,

    /// <summary><see cref="SafetyState.Released"/>.</summary>
    Release,

    /// <summary><see cref="SafetyState.Fault"/>.</summary>
    CutRail,
}
