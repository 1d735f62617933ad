using Locomotion.Body.Ground;
using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Experiments;

/// <summary>Ground full of gaps: footholds and holes of random length take turns.</summary>
public static class RoughGround
{
    private const ulong Stream = 0x726f756768;

    /// <summary>From <paramref name="from"/> to <paramref name="to"/> along x, m; lengths are even between <paramref name="shortest"/> and <paramref name="longest"/>, m.</summary>
    public static Habitat Make(ulong seed, double from, double to, double shortest, double longest)
    {
        Xoshiro256 chance = Xoshiro256.Stream(seed, Stream);
        List<(double, double)> gaps = [];
        for (double x = from + chance.NextBetween(shortest, longest); ; )
        {
            double end = x + chance.NextBetween(shortest, longest);
            if (end > to) return new Habitat([(0, 0)], waterLevel: -1, gaps);
            gaps.Add((x, end));
            x = end + chance.NextBetween(shortest, longest);
        }
    }
}
