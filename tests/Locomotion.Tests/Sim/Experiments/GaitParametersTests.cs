using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>Three descending numbers, and nothing else, make the three gaits.</summary>
public class GaitParametersTests
{
    private static Scenario[] Built => [.. Gait.All.Select(gait => BuiltInScenarios.Named(gait.Name))];

    [Fact]
    public void The_built_in_gaits_share_every_parameter()
    {
        Assert.True(Animal.Parameters.Count > 100);
        string[] sets = [.. Built.Select(scenario => string.Join('\n', Animal.Parameters.Select(parameter => $"{parameter.Name} = {scenario.Animal.Read(parameter)}")))];
        Assert.Equal(3, sets.Length);
        Assert.Equal(sets[0], sets[1]);
        Assert.Equal(sets[0], sets[2]);
        Assert.Empty(GaitsExperiment.Differing(Built));
    }

    [Fact]
    public void The_built_in_gaits_share_all_else_but_the_command_and_the_place()
    {
        Assert.All(Built, scenario => Assert.Equal((Built[0].Timing, Built[0].Start, Built[0].Seed), (scenario.Timing, scenario.Start, scenario.Seed)));
        Assert.All(Built, scenario => Assert.Empty(scenario.Lesions));
        Assert.Equal(Gait.All.Select(gait => gait.Command), Built.Select(scenario => Assert.Single(scenario.Timeline).Command));
    }

    [Fact]
    public void Their_commands_differ_in_drive_release_and_swim_only() => Assert.Equal(
        [(0.15, 0, 0, 0), (1, 1, 0, 0), (1, 1, 1, 0)],
        Built.Select(scenario => scenario.Timeline[0].Command).Select(command => (command.Drive, command.Release, command.Swim, command.Turn)));

    [Theory, InlineData(Oscillator.Phase), InlineData(Oscillator.Bursting)]
    public void The_gaits_of_the_experiment_share_every_parameter_with_the_built_in_ones(Oscillator cord)
    {
        Scenario[] tried = [.. Gait.All.Select(gait => GaitsExperiment.Trial(cord, gait).Scenario(seed: 1))];
        Assert.Equal(cord == Oscillator.Phase ? [] : ["oscillator"], GaitsExperiment.Differing([.. Built, .. tried]));
        Assert.Empty(GaitsExperiment.Differing(tried));
        Assert.Equal(Gait.All.Select(gait => gait.Command), tried.Select(scenario => scenario.Timeline[0].Command));
        Assert.Equal(Built.Select(scenario => scenario.Habitat.WaterLevel > scenario.Habitat.Ground(0)), tried.Select(scenario => scenario.Habitat.WaterLevel > scenario.Habitat.Ground(0)));
    }

    [Theory, InlineData("oscillator", "bursting"), InlineData("shape.segments", "20"), InlineData("legs.contralateral", "21"), InlineData("joints.stiffness", "0.0123")]
    public void One_other_value_is_found(string name, string text) =>
        Assert.Equal([name], GaitsExperiment.Differing([Built[0], Built[1] with { Animal = Built[1].Animal.With(name, text) }]));
}
