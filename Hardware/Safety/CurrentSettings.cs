using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Current of the servo rail. A fuse comes first; this is the second line. Every instance is valid.</summary>
public sealed record CurrentSettings : ParameterGroup
{
    /// <summary>Is there a sensor?</summary>
    [Parameter("Whether the robot measures the current of its servo rail.")]
    public bool Watch { get; init; } = true;

    /// <summary>Warn above this.</summary>
    [Parameter(0, 200, "A", "Rail current above which it is reported.")]
    public double Warn { get; init => field = Checked(value); } = 6;

    /// <summary>Release above this.</summary>
    [Parameter(0, 200, "A", "Rail current above which the servos are released.")]
    public double Release { get; init => field = Checked(value); } = 10;

    /// <summary>Peaks shorter than this do not count.</summary>
    [Parameter(0, 10, "s", "How long a current must last: starting servos draw short peaks.")]
    public double Duration { get; init => field = Checked(value); } = 0.2;
}
