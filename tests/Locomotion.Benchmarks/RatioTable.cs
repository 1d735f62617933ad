using Locomotion.Benchmarks.Peer;

namespace Locomotion.Benchmarks;

/// <summary>MuJoCo's chain in each form against the form that counts as the peer; the first row, itself, is the noise floor.</summary>
public static class RatioTable
{
    /// <summary>Prints one row for each form of the chain.</summary>
    public static void Run(TextWriter output, params ReadOnlySpan<int> links)
    {
        output.WriteLine($"MuJoCo {MuJoCo.Version}, one step; ratio to the first row's form of each size, median (quartiles)");
        foreach (int n in links)
        {
            MuJoCoChainModel peer = MuJoCoChainModel.Fastest(n);
            Row(output, peer, peer);
            Row(output, peer with { Fluid = FluidModel.Ellipsoid }, peer);
            if (n <= 90)   // from the head its XML reader takes no more
            {
                Row(output, peer with { BaseLink = 0 }, peer);
                Row(output, peer with { BaseLink = 0, Fluid = FluidModel.Ellipsoid }, peer);
            }
        }
    }

    private static void Row(TextWriter output, MuJoCoChainModel form, MuJoCoChainModel peer)
    {
        using MuJoCoChain a = new(form), b = new(peer);
        TravellingWave wave = new(peer.Links, frequency: 4, peer.TimeStep);
        PairedTimes times = PairedTiming.Run(steps => a.Swim(wave, steps), steps => b.Swim(wave, steps), steps: 40_000 / peer.Links);
        output.WriteLine($"n = {form.Links,3}  {form.Fluid,-10}  base on link {form.BaseLink,2}  "
            + $"{times.NanosecondsA / 1e3,7:F2} us  ratio {times.Ratio:F3} ({times.RatioLow:F3} to {times.RatioHigh:F3})");
    }
}
