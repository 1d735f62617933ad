using Locomotion.Benchmarks.Peer;

namespace Locomotion.Benchmarks;

/// <summary>Our whole step, nervous system and body, against MuJoCo's step of the body alone, in water, in one run.</summary>
public static class PeerRatio
{
    /// <summary>The pass mark: at most a third.</summary>
    public const double Limit = 1.0 / 3;

    private const int Segments = 21, Steps = 2000;

    /// <summary>Prints both times, their ratio, and our time on land and per segment; false when the ratio misses its mark.</summary>
    public static bool Run(TextWriter output)
    {
        MuJoCoChainModel model = MuJoCoChainModel.Fastest(Segments);
        using MuJoCoChain peer = new(model);
        TravellingWave wave = new(Segments, frequency: 4, model.TimeStep);
        WholeStep swim = new("swim", Segments), walk = new("fast-walk", Segments);
        PairedTimes water = PairedTiming.Run(swim.Both, steps => peer.Swim(wave, steps), Steps);
        PairedTimes land = PairedTiming.Run(walk.Both, swim.Both, Steps);
        output.WriteLine($"n = {Segments}, swimming, cord and body: {water.NanosecondsA / 1e3:0.00} us; MuJoCo {MuJoCo.Version}, body alone, {model.Fluid}: {water.NanosecondsB / 1e3:0.00} us");
        output.WriteLine($"ratio {water.Ratio:0.000} (quartiles {water.RatioLow:0.000} to {water.RatioHigh:0.000}), pass mark {Limit:0.000}");
        output.WriteLine($"n = {Segments}, fast walking, cord and body: {land.NanosecondsA / 1e3:0.00} us");
        return water.Ratio <= Limit;
    }

    /// <summary>The cost of a segment in a long body against that in a shorter one; at most 1.5 passes.</summary>
    public static bool RunScaling(TextWriter output)
    {
        bool good = true;
        foreach (string gait in new[] { "fast-walk", "swim" })
        {
            WholeStep large = new(gait, 1000), small = new(gait, 100);
            PairedTimes times = PairedTiming.Run(steps => large.Both(steps / 10), small.Both, steps: 500, rounds: 51);
            // a block is ten times fewer steps of a body ten times longer: the same number of segment steps
            output.WriteLine($"{gait}: a segment of 1000 costs {times.Ratio:0.000} times a segment of 100 (quartiles {times.RatioLow:0.000} to {times.RatioHigh:0.000}), pass mark 1.5");
            good &= times.Ratio <= 1.5;
        }
        return good;
    }
}
