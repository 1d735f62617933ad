using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Sensing;

/// <summary>
/// How well the body is felt. A sensor reports in steps of a power of two, as a converter does. Noise is added first.
/// <para>The animal's steps are finer than any effect that we measure: gaits agree with those of exact senses to six digits. But doubles of
/// which every bit counts take four times the room in a recording.</para>
/// </summary>
public sealed record SensorParameters : ParameterGroup
{
    private const string NoSteps = "0 is exact";

    /// <summary>Sensors that report every bit, without noise.</summary>
    public static SensorParameters Exact { get; } = new() { LoadBits = 0, BendBits = 0, ShareBits = 0 };

    /// <summary>Steps of 2^−LoadBits segment weights.</summary>
    [Parameter(0, 40, "1", $"Binary places of a measured foot load, in segment weights; {NoSteps}.")]
    public int LoadBits { get; init => field = Checked(value); } = 16;

    /// <summary>Steps of 2^−BendBits rad.</summary>
    [Parameter(0, 40, "1", $"Binary places of a measured bend, in rad; {NoSteps}.")]
    public int BendBits { get; init => field = Checked(value); } = 16;

    /// <summary>Steps of 2^−ShareBits.</summary>
    [Parameter(0, 40, "1", $"Binary places of measured contact and wetness; {NoSteps}.")]
    public int ShareBits { get; init => field = Checked(value); } = 16;

    /// <summary>Standard deviation, segment weights.</summary>
    [Parameter(0, 10, "1", "Noise of each foot's load sensor: standard deviation, in segment weights. No load is measured below 0.")]
    public double LoadNoise { get; init => field = Checked(value); }

    /// <summary>Standard deviation, rad.</summary>
    [Parameter(0, 1, "rad", "Noise of each joint's angle sensor: standard deviation.")]
    public double BendNoise { get; init => field = Checked(value); }

    /// <summary>Whether there is any noise.</summary>
    public bool HasNoise => LoadNoise > 0 || BendNoise > 0;
}
