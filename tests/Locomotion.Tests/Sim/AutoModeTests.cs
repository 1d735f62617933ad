using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

/// <summary>The scenario without a timeline: a brain that decides by itself crosses the pond.</summary>
public class AutoModeTests
{
    [Theory, InlineData("phase", 1), InlineData("phase", 7), InlineData("bursting", 1), InlineData("bursting", 7)]
    public void Told_only_to_walk_fast_the_animal_swims_across_the_pond_and_walks_on(string oscillator, int seed)
    {
        Scenario scenario = BuiltInScenarios.Named("auto") with { Seed = (ulong)seed };
        scenario = scenario with { Animal = scenario.Animal.With("oscillator", oscillator) };
        Assert.Equal(0, scenario.Timeline[0].Command.Swim);
        ScenarioRun run = new(scenario.Ending(18));
        RunSummary summary = run.Run(TestContext.Current.CancellationToken);
        int last = run.Trajectory.Count - 1, folded = 0, swum = 0;
        for (int k = 0; k <= last; k++)
        {
            if (run.Trajectory.Whole(k, Locomotion.Sim.Recording.WholeSignal.Swim) > 0) swum++;
            if (run.Trajectory.Of(k, 10, Locomotion.Sim.Recording.SegmentSignal.Fold) > 0.95) folded++;
        }
        Assert.True(swum > 200 && folded > 200, $"told itself to swim in {swum} samples, legs folded in {folded}");
        Assert.Equal(0, run.Trajectory.Whole(last, Locomotion.Sim.Recording.WholeSignal.Swim));
        Assert.True(run.Trajectory.Whole(last, Locomotion.Sim.Recording.WholeSignal.X) > 1.6, "It did not come ashore.");
        Assert.NotNull(summary.Transitions[0].SettledS);
    }
}
