using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Tilt of the body: the larger of |roll| and |pitch|. Every instance is valid.</summary>
public sealed record AttitudeSettings : ParameterGroup
{
    /// <summary>Is there a sensor?</summary>
    [Parameter("Whether the robot measures its attitude.")]
    public bool Watch { get; init; } = true;

    /// <summary>Freeze the drive above this.</summary>
    [Parameter(0, 3.2, "rad", "Tilt above which the drive is frozen.")]
    public double Freeze { get; init => field = Checked(value); } = 0.7;

    /// <summary>Release above this.</summary>
    [Parameter(0, 3.2, "rad", "Tilt above which the robot has turned over: it holds, then releases.")]
    public double Release { get; init => field = Checked(value); } = 1.3;

    /// <summary>Shorter tilts do not count.</summary>
    [Parameter(0, 10, "s", "How long a tilt must last.")]
    public double Duration { get; init => field = Checked(value); } = 0.3;
}
