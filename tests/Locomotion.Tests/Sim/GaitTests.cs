using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

/// <summary>The three gaits against the figures of the animal and the paper's findings.</summary>
public class GaitTests
{
    private static PhaseSummary Run(string name, int segments = 21, DescendingCommand? command = null)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        if (command is { } other) scenario = scenario with { Timeline = [scenario.Timeline[0] with { Command = other }] };
        scenario = scenario with { Animal = scenario.Animal.With("shape.segments", $"{segments}") };
        return new ScenarioRun(scenario).Run(CancellationToken.None).Phases[0];
    }

    [Fact]
    public void Slow_walking_organises_itself_with_a_still_trunk()
    {
        PhaseSummary gait = Run("slow-walk");
        Assert.InRange(gait.LegWaveLagCycles!.Value, 0.09, 0.13);     // two waves on 21 segments: 0.095
        Assert.InRange(gait.LegWaveCoherence!.Value, 0.95, 1);
        Assert.Equal(0.5, gait.LeftRightPhase!.Value, tolerance: 0.02);
        Assert.InRange(gait.TrunkAmplitudeRad!.Value, 0, 0.03);
        Assert.Equal("none", gait.TrunkWaveDirection);
    }

    [Theory, InlineData(6), InlineData(8), InlineData(12), InlineData(40)]
    public void The_leg_wave_keeps_its_two_waves_on_any_body(int segments) =>
        Assert.Equal(2.0 / segments, Run("slow-walk", segments).LegWaveLagCycles!.Value, tolerance: 0.02);

    [Fact]
    public void Releasing_the_trunk_makes_fast_walking_at_least_a_fifth_faster()
    {
        PhaseSummary released = Run("fast-walk"), held = Run("fast-walk", command: new(drive: 1, release: 0, swim: 0));
        Assert.InRange(released.SpeedBlPerS!.Value / held.SpeedBlPerS!.Value, 1.2, 2);
        Assert.Equal(1.6, released.TrunkWaveNumber!.Value, tolerance: 0.1);   // body waves measured in S. polymorpha, Chong et al. 2020
        Assert.Equal("posterior", released.TrunkWaveDirection);
    }

    [Fact]
    public void Swimming_folds_the_legs_and_passes_a_wave_to_the_tail()
    {
        PhaseSummary gait = Run("swim");
        Assert.InRange(gait.SpeedBlPerCycle!.Value, 0.4, 0.6);
        Assert.Equal(1, gait.FoldedFraction!.Value, tolerance: 0.01);
        Assert.Equal("posterior", gait.TrunkWaveDirection);
        Assert.Equal(4, gait.FrequencyHz!.Value, tolerance: 0.01);
        Assert.Null(gait.DutyFactor);
    }

    [Fact]
    public void The_amphibious_scenario_settles_in_every_phase()
    {
        RunSummary summary = new ScenarioRun(BuiltInScenarios.Named("amphibious")).Run(CancellationToken.None);
        Assert.All(summary.Transitions, transition => Assert.NotNull(transition.SettledS));
        Assert.Equal(["slow-walk", "fast-walk", "swim", "ashore", "slow-walk-again"], summary.Phases.Select(phase => phase.Name));
    }

    [Theory, InlineData(3), InlineData(1000)]
    public void The_smallest_and_the_largest_animal_walk(int segments)
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk").Ending(2);
        RunSummary summary = new ScenarioRun(scenario with { Animal = scenario.Animal.With("shape.segments", $"{segments}") }).Run(CancellationToken.None);
        Assert.InRange(summary.Phases[0].SpeedBlPerS!.Value, 0.02, 2);
        Assert.Equal(0, summary.AllocatedBytesPerStep);
    }

    [Theory, InlineData("slow-walk"), InlineData("fast-walk"), InlineData("swim")]
    public void The_robot_moves_in_every_gait(string gait)
    {
        Scenario scenario = BuiltInScenarios.Named(gait).Ending(20) with { Animal = Preset.Robot };
        PhaseSummary phase = new ScenarioRun(scenario).Run(CancellationToken.None).Phases[0];
        Assert.InRange(phase.SpeedBlPerS!.Value, 0.05, 2);
    }

    [Theory, InlineData("slow-walk"), InlineData("fast-walk"), InlineData("swim"), InlineData("amphibious")]
    public void The_loop_allocates_nothing(string scenario)
    {
        foreach (string oscillator in new[] { "phase", "bursting" })
        {
            Scenario run = BuiltInScenarios.Named(scenario).Ending(12);
            run = run with { Animal = run.Animal.With("oscillator", oscillator), Lesions = [Lesion.Parse("amputate=4-left@1"), Lesion.Parse("cut-behind=9@2")] };
            Assert.Equal(0, new ScenarioRun(run).Run(CancellationToken.None).AllocatedBytesPerStep);
        }
    }
}
