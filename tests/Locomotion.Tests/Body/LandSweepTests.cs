using Locomotion.Sim.Experiments;

namespace Locomotion.Tests.Body;

/// <summary>
/// Walking with prescribed waves of legs and trunk, over the phase between the two. Targets: theory of Chong et al. 2020, APS March
/// Meeting U22.3, for Scolopendra polymorpha, each to 15 % or 0.02 body lengths per cycle, whichever is larger.
/// </summary>
public class LandSweepTests(ITestOutputHelper output)
{
    private const double TrunkBend = 0.2;
    private static readonly Lazy<double[]> Bent = new(() => [.. Enumerable.Range(0, 24).Select(k => LandSweepExperiment.Speed(TrunkBend, Math.Tau * k / 24))]);

    [Fact]
    public void A_straight_trunk_walks_a_quarter_of_its_length_per_cycle() => AssertNear(0.25, LandSweepExperiment.Speed(bend: 0, phase: 0));

    [Fact]
    public void The_best_trunk_wave_speeds_walking_up() => AssertNear(0.40, Bent.Value.Max());

    [Fact]
    public void The_worst_trunk_wave_slows_walking_down() => AssertNear(0.10, Bent.Value.Min());

    [Fact]
    public void Best_and_worst_lie_half_a_cycle_apart()
    {
        int best = Array.IndexOf(Bent.Value, Bent.Value.Max()), worst = Array.IndexOf(Bent.Value, Bent.Value.Min());
        Assert.InRange((worst - best + 24) % 24, 10, 14);
    }

    private void AssertNear(double target, double speed)
    {
        output.WriteLine($"{speed:0.000} body lengths per cycle, theory {target:0.00}");
        Assert.Equal(target, speed, tolerance: Math.Max(0.15 * target, 0.02));
    }
}
