using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>What a stop does, and when standing counts as over. Every instance is valid.</summary>
public sealed record OffSettings : ParameterGroup
{
    /// <summary>What the operator's stop does.</summary>
    [Parameter("What a stop does: hold the pose, slump, or move to the safe pose and then release.")]
    public OffMeaning Meaning { get; init; } = OffMeaning.SafePoseThenRelease;

    /// <summary>Hold-first delay.</summary>
    [Parameter(0, 60, "s", "A demand beyond hold holds first for so long; over-current, faults and the operator do not wait.",
        Source = "ours; the idea is PX4's COM_FAIL_ACT_T")]
    public double HoldFirst { get; init => field = Checked(value); } = 1;

    /// <summary>Time in the safe pose before release.</summary>
    [Parameter(0.1, 600, "s", "Time for the way to the safe pose; then the servos are released, unless off means hold.")]
    public double SafePoseTime { get; init => field = Checked(value); } = 8;

    /// <summary>Idle torque-off.</summary>
    [Parameter(0, 86400, "s", "Standing still with torque on for so long leads to the safe pose and release; 0: never.")]
    public double IdleTime { get; init => field = Checked(value); } = 300;

    /// <summary>Hysteresis in time.</summary>
    [Parameter(0, 60, "s", "A warning, slowing or freezing ends when its cause has been gone for so long.")]
    public double ClearTime { get; init => field = Checked(value); } = 1;
}
