using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>From disarmed to armed: the delay, then joints group by group. Every instance is valid.</summary>
public sealed record EngagementSettings : ParameterGroup
{
    /// <summary>How long the checklist must hold before anything moves.</summary>
    [Parameter(0.5, 60, "s", "Delay between the request to arm and the first pulse; the checklist must hold throughout.")]
    public double Delay { get; init => field = Checked(value); } = 2;

    /// <summary>Joints switched on together.</summary>
    [Parameter(1, 64, "1", "Joints switched on together while engaging.", AtRest = true)]
    public int JointsPerGroup { get; init => field = Checked(value); } = 2;

    /// <summary>Time for one group.</summary>
    [Parameter(0.05, 10, "s", "Time for one group of joints to engage.")]
    public double GroupTime { get; init => field = Checked(value); } = 0.4;

    /// <summary>Slow joint speed: about 11°/s.</summary>
    [Parameter(0.01, 2, "rad/s", "Joint speed on the way to the safe pose, and in the moment in which running begins.")]
    public double Speed { get; init => field = Checked(value); } = 0.2;

    /// <summary>Abort above this.</summary>
    [Parameter(0, 100, "A", "Rail current above which engaging is given up; 0: no limit but current.release.")]
    public double Current { get; init => field = Checked(value); } = 3;
}
