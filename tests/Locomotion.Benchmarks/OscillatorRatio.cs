namespace Locomotion.Benchmarks;

/// <summary>The whole step with a cord of bursting neurons against that with phase oscillators, in one run.</summary>
public static class OscillatorRatio
{
    /// <summary>The pass mark.</summary>
    public const double Limit = 1.5;

    private const int Segments = 21, Steps = 2000;

    /// <summary>Prints both times and their ratio for each gait; false when one misses its mark.</summary>
    public static bool Run(TextWriter output)
    {
        bool good = true;
        foreach (string gait in new[] { "slow-walk", "fast-walk", "swim" })
        {
            WholeStep bursting = new(gait, Segments, "bursting"), phase = new(gait, Segments);
            PairedTimes times = PairedTiming.Run(bursting.Both, phase.Both, Steps);
            output.WriteLine($"{gait}, n = {Segments}, cord and body: bursting {times.NanosecondsA / 1e3:0.00} us, phase {times.NanosecondsB / 1e3:0.00} us; "
                + $"ratio {times.Ratio:0.000} (quartiles {times.RatioLow:0.000} to {times.RatioHigh:0.000}), pass mark {Limit}");
            good &= times.Ratio <= Limit;
        }
        return good;
    }
}
