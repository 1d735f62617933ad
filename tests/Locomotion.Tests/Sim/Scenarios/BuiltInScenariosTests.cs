using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

public class BuiltInScenariosTests
{
    public static TheoryData<string> Names => [.. BuiltInScenarios.Names];

    [Theory, MemberData(nameof(Names))]
    public void Each_reads_and_bears_its_name(string name)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        Assert.Equal(name, scenario.Name);
        Assert.NotEqual("", scenario.Description);
        Assert.True(scenario.Seconds >= 10);
        Assert.Equal(scenario.Timeline.Count, scenario.Timeline.DistinctBy(phase => phase.Name).Count());
    }

    [Fact]
    public void The_usual_one_is_among_them() => Assert.Contains(BuiltInScenarios.Default, BuiltInScenarios.Names);

    [Fact]
    public void An_unknown_name_is_refused() => Assert.Equal(
        "Built-in scenario: 'swmi' does not exist; use one of slow-walk, fast-walk, swim, amphibious, auto.",
        Assert.Throws<InvalidInputException>(() => BuiltInScenarios.Named("swmi")).Message);

    [Theory, InlineData(1), InlineData(17), InlineData(50)]
    public void The_pond_is_entered_crossed_and_left_whatever_the_seed(ulong seed)
    {
        Simulation simulation = new(BuiltInScenarios.Named("amphibious") with { Seed = seed });
        PondWatch watch = new(simulation);
        simulation.Run(watch, TestContext.Current.CancellationToken);

        double Start(int phase) => simulation.Player.Start(phase) * simulation.Scenario.Timing.Period;
        Assert.Equal(simulation.Scenario.Timeline.Count, simulation.Player.Begun);
        Assert.InRange(Start(2) - Start(1), 2, 14);     // head wet before the 15 s are over
        Assert.InRange(Start(3) - Start(2), 5, 19);     // head aground before the 20 s are over
        Assert.True(watch.SecondsSwimming > 4, $"Whole body under water, all legs folded for {watch.SecondsSwimming} s only.");
        Assert.True(watch.EndsDry, "Some of the body is still wet.");
    }

    /// <summary>Counts the time under water with legs folded; sees whether the end is dry.</summary>
    private sealed class PondWatch(Simulation simulation) : IStepObserver
    {
        public double SecondsSwimming { get; private set; }

        public bool EndsDry { get; private set; }

        public void Observe(long tick, CentipedeController controller)
        {
            bool folded = true, wet = true, dry = true;
            for (int i = 0; i < controller.Segments.Length; i++)
            {
                folded &= controller.Segments[i].Fold > 0.95;
                wet &= controller.Senses.Wetness[i] >= 1;
                dry &= controller.Senses.Wetness[i] == 0;
            }
            if (folded && wet && simulation.Player.Phase == 2) SecondsSwimming += controller.Timing.Period;
            EndsDry = dry;
        }
    }
}
