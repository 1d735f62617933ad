using System.Text.Json;
using Locomotion.Body.Animals;
using Locomotion.Body.Ground;
using Locomotion.Controller.Files;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Scenarios;

/// <summary>Scenarios from JSON, comments and trailing commas allowed; see scenario.schema.json.</summary>
public static class ScenarioReader
{
    /// <summary>The scenario in a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or holds no valid scenario.</exception>
    public static Scenario Read(string path) => Parse(WholeFile.Read(path, "Scenario file"), path);

    /// <summary>The scenario in a text; errors call it <paramref name="sourceName"/>.</summary>
    /// <exception cref="InvalidInputException">It holds no valid scenario.</exception>
    public static Scenario Parse(string json, string sourceName) => Parse(JsonText.Bytes(json, sourceName), sourceName);

    private static Scenario Parse(byte[] bytes, string source)
    {
        using JsonDocument document = JsonText.Document(bytes, source);
        return Read(new JsonPlace(source, "$", document.RootElement));
    }

    /// <summary>The scenario at <paramref name="place"/>.</summary>
    internal static Scenario Read(JsonPlace place)
    {
        JsonFields fields = place.Fields("$schema", "name", "description", "preset", "seed", "step",
            "plant_period", "start", "habitat", "set", "lesions", "tuning", "timeline");
        fields["$schema"]?.Text();
        LoopTiming timing = ReadTiming(fields["step"], fields["plant_period"]);
        Animal animal = ReadAnimal(fields["preset"], fields["set"]);
        return new Scenario
        {
            Name = fields.Required("name", "\"my-scenario\"").Name(),
            Description = fields["description"]?.Text() ?? "",
            Animal = animal,
            Habitat = fields["habitat"] is { } habitat ? ReadHabitat(habitat) : Habitat.Land,
            Start = fields["start"] is { } start ? ReadStart(start) : default,
            Timing = timing,
            Lesions = fields["lesions"] is { } lesions ? [.. lesions.Items().Select(lesion => ReadLesion(lesion, animal))] : [],
            Tuning = fields["tuning"] is { } tuning ? [.. tuning.Items().Select(ReadTuning)] : [],
            Seed = fields["seed"]?.Whole() ?? 1,
            Timeline = ReadTimeline(fields.Required("timeline", "[ { \"gait\": \"slow-walk\", \"seconds\": 6 } ]"), timing),
        };
    }

    /// <summary>Without a period the plant is commanded at every step.</summary>
    private static LoopTiming ReadTiming(JsonPlace? step, JsonPlace? period)
    {
        double h = step?.Number() ?? LoopTiming.Default.Step;
        LoopTiming everyStep = step?.Check(() => new LoopTiming(h, h)) ?? LoopTiming.Default;
        if (period is not { } place) return everyStep;
        double seconds = place.Number();
        return place.Check(() => new LoopTiming(h, seconds));
    }

    private static Animal ReadAnimal(JsonPlace? preset, JsonPlace? set)
    {
        Animal animal = preset is { } place ? Preset.Named(place.Word(Preset.Names)) : Preset.Centipede;
        return set is { } changes ? ReadParameters(changes, animal) : animal;
    }

    /// <summary><paramref name="animal"/> with the parameters at <paramref name="changes"/>.</summary>
    internal static Animal ReadParameters(JsonPlace changes, Animal animal)
    {
        foreach ((string name, JsonPlace value) in changes.Fields([.. Animal.Parameters.Select(parameter => parameter.Name)]).All)
        {
            string text = ReadValue(value, Animal.Parameters.First(parameter => parameter.Name == name));
            animal = value.Check(() => animal.With(name, text));
        }
        return animal;
    }

    private static string ReadValue(JsonPlace value, Parameter parameter)
    {
        if (parameter.Type.IsEnum) return value.Word(parameter.Choices);
        if (parameter.Type != typeof(bool)) return Naming.Number(value.Number());
        return value.Element.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw value.Refuse("is neither true nor false", "write true or false, without quotes"),
        };
    }

    private static Lesion ReadLesion(JsonPlace place, Animal animal)
    {
        string text = place.Text();
        return place.Check(() =>
        {
            Lesion lesion = Lesion.Parse(text);
            lesion.CheckFits(animal.Segments);
            return lesion;
        });
    }

    private static Tuning ReadTuning(JsonPlace place)
    {
        string text = place.Text();
        return place.Check(() => Tuning.Parse(text));
    }

    private static Habitat ReadHabitat(JsonPlace place)
    {
        if (place.Element.ValueKind == JsonValueKind.String)
            return place.Word(["land", "water"]) == "land" ? Habitat.Land : Habitat.Water;
        if (place.Element.ValueKind != JsonValueKind.Object)
            throw place.Refuse("is not a habitat", "write \"land\", \"water\" or { \"ground\": [[0, 0]], \"water_level\": -1 }");
        JsonFields fields = place.Fields("ground", "water_level", "gaps");
        JsonPlace ground = fields.Required("ground", "[[0, 0], [1, -0.02]]");
        double level = Metres(fields.Required("water_level", "-0.002"));
        List<(double X, double Height)> profile = [.. ground.Items().Select(point => ReadPair(point, "[x, height]"))];
        List<(double From, double To)> gaps = [.. (fields["gaps"]?.Items() ?? []).Select(gap => ReadPair(gap, "[from, to]"))];
        return (fields["gaps"] ?? ground).Check(() => new Habitat(profile, level, gaps));
    }

    private static (double, double) ReadPair(JsonPlace place, string form)
    {
        IReadOnlyList<JsonPlace> pair = place.Items();
        return pair.Count == 2
            ? (Metres(pair[0]), Metres(pair[1]))
            : throw place.Refuse($"has {pair.Count} numbers, not two", $"write {form}, in metres");
    }

    private static StartPose ReadStart(JsonPlace place)
    {
        JsonFields fields = place.Fields("x", "y", "heading");
        return new StartPose(
            fields["x"] is { } x ? Metres(x) : 0,
            fields["y"] is { } y ? Metres(y) : 0,
            fields["heading"]?.Number(-ScenarioLimits.Heading, ScenarioLimits.Heading, "rad") ?? 0);
    }

    private static List<ScenarioPhase> ReadTimeline(JsonPlace place, LoopTiming timing)
    {
        IReadOnlyList<JsonPlace> phases = place.Items();
        return phases.Count is >= 1 and <= ScenarioLimits.Phases
            ? [.. phases.Select(phase => PhaseReader.Read(phase, timing))]
            : throw place.Refuse($"has {phases.Count} phases, outside [1, {ScenarioLimits.Phases}]", "write at least one phase, and not too many");
    }

    private static double Metres(JsonPlace place) => place.Number(-ScenarioLimits.Distance, ScenarioLimits.Distance, "m");
}
