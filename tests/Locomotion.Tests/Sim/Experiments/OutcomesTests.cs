using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

public class OutcomesTests
{
    private static readonly Trial Walk = new(Oscillator.Phase, Gait.SlowWalk.Command, ExpectedGait.Walk, Seconds: 2);

    private static Outcomes Made(params (double? Speed, double? LeftRight, double? SettledS)[] seeds) =>
        new(Walk, [.. seeds.Select(seed => (new GaitMetrics { SpeedBlPerS = seed.Speed, LeftRightPhase = seed.LeftRight }, seed.SettledS))]);

    [Fact]
    public void Figures_are_those_of_all_seeds()
    {
        Outcomes made = Made((1, 0.4, 2), (2, 0.6, null), (6, 0.5, 4), (3, 0.5, null));
        Assert.Equal((3, 1, 6), (made.Mean(gait => gait.SpeedBlPerS), made.Least(gait => gait.SpeedBlPerS), made.Most(gait => gait.SpeedBlPerS)));
        Assert.Equal((0.5, 3), (made.SettledShare, made.SettledS));
        Assert.Equal(0.05, made.OffAntiphase, tolerance: 1e-12);     // though the mean phase is a perfect 0.5
    }

    /// <summary>Otherwise a check could hold on the few seeds that walk.</summary>
    [Fact]
    public void A_seed_without_a_figure_leaves_none()
    {
        Outcomes made = Made((1, 0.5, null), (null, null, null));
        Assert.All([made.Mean(gait => gait.SpeedBlPerS), made.Least(gait => gait.SpeedBlPerS), made.Most(gait => gait.SpeedBlPerS), made.OffAntiphase, made.SettledS],
            figure => Assert.Equal(double.NaN, figure));
        Assert.Equal(0, made.SettledShare);
    }

    [Fact]
    public void Every_trial_keeps_its_own_seeds()
    {
        ExperimentOptions options = new();
        Trial[] trials = [Walk, Walk with { Command = Gait.FastWalk.Command }];
        IReadOnlyList<Outcomes> all = Outcomes.Of(options, trials, [1, 2, 3]);
        Assert.Equal(trials, all.Select(outcomes => outcomes.Trial));
        for (int k = 0; k < 2; k++)
        {
            for (ulong seed = 1; seed <= 3; seed++)
                Assert.Equal(trials[k].Run(seed, CancellationToken.None).Summary.Phases[0].SpeedBlPerS, all[k].Seeds[(int)seed - 1].Gait.SpeedBlPerS);
        }
    }
}
