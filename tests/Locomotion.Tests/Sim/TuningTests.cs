using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

public class TuningTests
{
    private static readonly Scenario Walk = BuiltInScenarios.Named("slow-walk").Ending(2);

    [Fact]
    public void A_scenario_tunes_the_animal_while_it_moves()
    {
        double Frequency(params string[] tuning)
        {
            Scenario scenario = Walk with { Tuning = [.. tuning.Select(Tuning.Parse)] };
            return new ScenarioRun(scenario.Ending(8)).Run(CancellationToken.None).Phases[0].FrequencyHz!.Value;     // of the second half
        }
        double twice = Frequency("legs.base-frequency=2@1.5", "legs.frequency-gain=0@1.5");
        Assert.Equal(Frequency("legs.base-frequency=2@0", "legs.frequency-gain=0@0"), twice, tolerance: 0.01);
        Assert.Equal(twice, Frequency("legs.frequency-gain=0@1.5", "legs.base-frequency=2@1.5"), tolerance: 1e-9);
        Assert.NotEqual(twice, Frequency());
    }

    /// <summary>Whether a gait has settled is a question of the wave that the legs are set to now.</summary>
    [Fact]
    public void A_gait_settles_on_the_parameters_in_force()
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk").Ending(8) with { Tuning = [Tuning.Parse("legs.waves=4@1")] };
        RunSummary summary = new ScenarioRun(scenario).Run(CancellationToken.None);
        Assert.Equal(4.0 / 21, summary.Phases[0].LegWaveLagCycles!.Value, tolerance: 0.03);
        Assert.InRange(summary.Transitions[0].SettledS!.Value, 1, 7);
    }

    [Fact]
    public void Nothing_changes_before_its_time_and_all_of_it_from_there_on()
    {
        Simulation plain = new(Walk), tuned = new(Walk with { Tuning = [Tuning.Parse("legs.load-feedback=0@0.5")] });
        Watcher watcher = new();
        tuned.Run(watcher, CancellationToken.None);
        Assert.Equal(500, watcher.Sets.FindIndex(set => set.Legs.LoadFeedback == 0));
        Assert.All(watcher.Sets[500..], set => Assert.Equal(0, set.Legs.LoadFeedback));
        Watcher without = new();
        plain.Run(without, CancellationToken.None);
        Assert.Equal(without.Phases[..500], watcher.Phases[..500]);
        Assert.NotEqual(without.Phases[^1], watcher.Phases[^1]);
    }

    [Fact]
    public void Of_what_other_threads_ask_for_the_last_whole_set_holds_from_the_next_tick()
    {
        Simulation simulation = new(Walk);
        ControllerParameters first = new() { Legs = new() { LoadFeedback = 1 } }, second = new() { Legs = new() { LoadFeedback = 2 } };
        DescendingCommand command = Gait.SlowWalk.Command;
        simulation.Controller.Tune(first);
        simulation.Controller.Tune(second);
        Assert.Same(Walk.Animal.Controller, simulation.Controller.Parameters);
        ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
        Assert.Same(second, simulation.Controller.Parameters);
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => simulation.Controller.Tune(new() { Oscillator = Oscillator.Bursting }));
        Assert.Contains("at rest", refused.Message.Replace("while the animal rests", "at rest", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legs.load-feedback=0", "is not name=value@time")]
    [InlineData("legs.load-feedback=0@", "is not name=value@time")]
    [InlineData("legs.load-feedback=0@-1", "is not name=value@time")]
    [InlineData("legs.load-feedback=0@1e9", "is not name=value@time")]
    [InlineData("legs.load-feedback=0@1@2", "is not name=value@time")]
    [InlineData("legs.load-feedbak=0@1", "did you mean 'legs.load-feedback'")]
    [InlineData("legs.load-feedback=-1@1", "lies outside")]
    [InlineData("feet.friction=0.4@1", "does not exist")]
    [InlineData("oscillator=bursting@1", "may only change while the animal rests")]
    public void What_cannot_be_tuned_is_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidInputException>(() => Tuning.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scenario_file_keeps_its_tuning()
    {
        Scenario scenario = Walk with { Tuning = [Tuning.Parse("legs.load-feedback=0.25@0.5"), Tuning.Parse("centers.swim-decision=auto@1")] };
        Assert.Equal(scenario.Tuning, ScenarioReader.Parse(ScenarioWriter.Write(scenario), "test").Tuning);
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(ScenarioWriter.Write(scenario).Replace("=0.25@", "=x@", StringComparison.Ordinal), "test"));
        Assert.Contains("$.tuning[0]", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Watcher : IStepObserver
    {
        public List<ControllerParameters> Sets { get; } = [];

        public List<double> Phases { get; } = [];

        public void Observe(long tick, CentipedeController controller)
        {
            Sets.Add(controller.Parameters);
            Phases.Add(controller.Segments[3].PhaseLeft);
        }
    }
}
