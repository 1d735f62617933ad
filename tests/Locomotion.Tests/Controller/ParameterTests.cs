using Locomotion.Body;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller;
using Locomotion.Body.Animals;

namespace Locomotion.Tests.Controller;

public class ParameterTests
{
    public static TheoryData<string> Names() => [.. Animal.Parameters.Select(parameter => parameter.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_preset_lies_in_the_described_range_and_reads_back(string name)
    {
        Parameter parameter = Animal.Parameters.Single(p => p.Name == name);
        foreach (Animal animal in new[] { Preset.Centipede, Preset.Robot })
        {
            string text = animal.Read(parameter);
            Assert.Equal(animal, animal.With(name, text));   // With checks the range
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_number_is_refused_outside_its_range(string name)
    {
        Parameter parameter = Animal.Parameters.Single(p => p.Name == name);
        if (parameter.Choices.Count > 0)
        {
            Assert.Throws<InvalidInputException>(() => Preset.Centipede.With(name, "no such choice"));
            return;
        }
        double above = parameter.Description.Max + Math.Max(1, Math.Abs(parameter.Description.Max));
        double below = parameter.Description.Min - Math.Max(1, Math.Abs(parameter.Description.Min));
        foreach (string text in new[] { Naming.Number(above), Naming.Number(below), "NaN", "Infinity", "1,5", "", "x" })
        {
            var error = Assert.Throws<InvalidInputException>(() => Preset.Centipede.With(name, text));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_parameter_says_what_it_does_and_in_what_unit(string name)
    {
        Parameter parameter = Animal.Parameters.Single(p => p.Name == name);
        Assert.EndsWith(".", parameter.Description.Doc, StringComparison.Ordinal);
        Assert.NotEmpty(parameter.Source);
        Assert.Equal(parameter.Choices.Count > 0, parameter.Description.Unit.Length == 0);
    }

    [Fact]
    public void Names_are_unique() =>
        Assert.Equal(Animal.Parameters.Count, Animal.Parameters.Select(parameter => parameter.Name).Distinct().Count());

    [Fact]
    public void A_property_refuses_what_its_description_forbids()
    {
        var error = Assert.Throws<InvalidInputException>(() => new LegRhythmParameters { Contralateral = double.NaN });
        Assert.Contains("NaN", error.Message, StringComparison.Ordinal);
        Assert.Contains("[0, 200] 1/s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_one()
    {
        var error = Assert.Throws<InvalidInputException>(() => Preset.Centipede.With("legs.contralateal", "1"));
        Assert.Contains("did you mean 'legs.contralateral'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_one_parameter_leaves_the_others_and_the_original_alone()
    {
        Animal changed = Preset.Centipede.With("feet.friction", "0.25");
        Assert.Equal(0.25, changed.Body.Feet.Friction);
        Assert.Equal(new BodyParameters { Feet = changed.Body.Feet }, changed.Body);
        Assert.Equal(new ControllerParameters(), changed.Controller);
        Assert.Equal(0.6, Preset.Centipede.Body.Feet.Friction);
    }

    [Fact]
    public void A_groups_defaults_have_the_source_that_its_place_says()
    {
        ParameterTree cord = ParameterTree.Of<ControllerParameters>();
        Assert.StartsWith("ours", cord["bursting.flexor.active-time"].Source, StringComparison.Ordinal);
        Assert.StartsWith("Bhattasali", ParameterTree.Of<Locomotion.Controller.Neurons.BursterParameters>()["active-time"].Source, StringComparison.Ordinal);
    }
}
