using Locomotion.Body.Ground;
using Locomotion.Sim.Experiments;

namespace Locomotion.Tests.Sim.Experiments;

public class RoughGroundTests
{
    private static readonly Habitat Ground = RoughGround.Make(seed: 3, from: -1, to: 9, shortest: 0.01, longest: 0.03);

    [Fact]
    public void Footholds_and_holes_are_as_long_as_asked()
    {
        double[] edges = [-1, .. Ground.Gaps.SelectMany(gap => new[] { gap.From, gap.To })];
        double[] lengths = [.. edges.Skip(1).Zip(edges, (end, begin) => end - begin)];
        Assert.All(lengths, length => Assert.InRange(length, 0.01 - 1e-12, 0.03 + 1e-12));
        Assert.Equal(0.02, lengths.Average(), tolerance: 0.001);    // 500 of them: deviation 0.0003
        Assert.InRange(edges[^1], 9 - 0.07, 9);
    }

    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(Ground.Gaps, RoughGround.Make(3, -1, 9, 0.01, 0.03).Gaps);
        Assert.NotEqual(Ground.Gaps, RoughGround.Make(4, -1, 9, 0.01, 0.03).Gaps);
    }
}
