using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;

namespace Locomotion.Sim.Scenarios;

/// <summary>The JSON Schema (draft 7) of scenario files, for editors and other programs.</summary>
/// <remarks>
/// It cannot say all that <see cref="ScenarioReader"/> checks: that ground points run from left to right, that the plant period is a
/// whole number of steps and no phase is shorter, and that no key stands twice.
/// </remarks>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema; scenario.schema.json beside this file is a copy for editors.</summary>
    public static string Text { get; } = Root().ToJsonString(Layout) + "\n";

    private static JsonObject Root()
    {
        JsonObject schema = Object("A run of the centipede: animal, place, timeline, seed.", ["name", "timeline"], new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "Where this schema is." },
            ["name"] = Name("Short name."),
            ["description"] = new JsonObject { ["type"] = "string", ["description"] = "What happens, in a sentence." },
            ["preset"] = Words("The animal before \"set\" changes it.", Preset.Names, "animal"),
            ["seed"] = new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["maximum"] = ulong.MaxValue,
                ["default"] = 1,
                ["description"] = "From it follow the phases at which the oscillators start. Beyond 2^53 write it without point and exponent.",
            },
            ["step"] = Number(1e-5, 0.01, "The controller's step, s.", 0.001),
            ["plant_period"] = Number(1e-5, 0.1, "Time from one command of the plant to the next, s: a whole number of steps. Default: one step."),
            ["start"] = Start(),
            ["habitat"] = Habitat(),
            ["set"] = Object("Parameters that differ from the preset's; the defaults named here are those of 'animal'.", [],
                new JsonObject(Animal.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Value(parameter))))),
            ["lesions"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = Lesion.Pattern },
                ["description"] = "What is taken from the animal: brain, seg, head, cut-behind=9, silence=4, amputate=4-left, deafen=4-right; segments from 0 at the head; @3.5 for a time, s.",
            },
            ["tuning"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = Tuning.Pattern },
                ["description"] = "Parameters of the nervous system that change while it runs: legs.contralateral=4@3.5, name, value and time, s.",
            },
            ["timeline"] = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 1,
                ["maxItems"] = ScenarioLimits.Phases,
                ["items"] = Phase(),
                ["description"] = "What is commanded, one after the other.",
            },
        });
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "Locomotion scenario");
        return schema;
    }

    private static JsonObject Start() => Object("Where the body's center starts, and how it is turned.", [], new JsonObject
    {
        ["x"] = Metres("Along the ground's profile, m.", 0),
        ["y"] = Metres("Across it, m.", 0),
        ["heading"] = Number(-ScenarioLimits.Heading, ScenarioLimits.Heading, "Counter-clockwise from x, rad.", 0),
    });

    private static JsonObject Habitat() => new()
    {
        ["description"] = "Ground and water.",
        ["default"] = "land",
        ["oneOf"] = new JsonArray(
            Words("Level dry ground, or open water a metre deep.", ["land", "water"]),
            Object("Ground along x, the same for all y, and one level of water.", ["ground", "water_level"], new JsonObject
            {
                ["ground"] = Pairs("Points [x, height], m, from left to right; straight between them, level beyond the ends.", "x or height, m.", least: 1),
                ["water_level"] = Metres("Height of the water's surface, m."),
                ["gaps"] = Pairs("Where no foot finds ground: [from, to], m, from left to right.", "Along the ground's profile, m."),
            })),
    };

    private static JsonObject Pairs(string description, string number, int least = 0) => new()
    {
        ["type"] = "array",
        ["minItems"] = least,
        ["description"] = description,
        ["items"] = new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = Metres(number) },
    };

    private static JsonObject Phase()
    {
        JsonObject phase = Object("One stretch under one command.", ["seconds"], new JsonObject
        {
            ["name"] = Name("What the tables call it; the gait's name if it is left out."),
            ["gait"] = Words("A named command; the numbers below change parts of it.", PhaseReader.Gaits),
            ["drive"] = Number(0, 1, "How fast to walk. The gait's, else 0."),
            ["release"] = Number(0, 1, "How far the brain lets the trunk bend. The gait's, else 0."),
            ["swim"] = Number(0, 1, "The message to swim. The gait's, else 0."),
            ["turn"] = Number(-1, 1, "Bend, from right (-1) to left (1). The gait's, else 0."),
            ["seconds"] = new JsonObject
            {
                ["type"] = "number",
                ["exclusiveMinimum"] = 0,
                ["maximum"] = ScenarioLimits.Seconds,
                ["description"] = "How long it takes, s; with \"until\", at most.",
            },
            ["until"] = Words("Ends the phase early.", PhaseReader.Ends),
            ["expect"] = Words("The gait it should settle to. Default: swim if the command swims.", PhaseReader.Expectations),
        });
        phase["anyOf"] = new JsonArray(Required("name"), Required("gait"));
        return phase;
    }

    private static JsonObject Value(Parameter parameter)
    {
        string start = Preset.Centipede.Read(parameter);
        ParameterAttribute description = parameter.Description;
        string text = description.Unit is "" or "1" ? description.Doc : $"{description.Doc} Unit: {description.Unit}.";
        if (parameter.Type == typeof(bool)) return new JsonObject { ["type"] = "boolean", ["default"] = start == "true", ["description"] = text };
        if (parameter.Type.IsEnum) return Words(text, parameter.Choices, start);
        JsonObject number = Number(description.Min, description.Max, text, double.Parse(start));
        if (parameter.Type == typeof(int)) number["type"] = "integer";
        return number;
    }

    private static JsonObject Object(string description, string[] required, JsonObject properties)
    {
        JsonObject schema = new() { ["type"] = "object", ["description"] = description };
        if (required.Length > 0) schema["required"] = Required(required)["required"]!.DeepClone();
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        return schema;
    }

    private static JsonObject Required(params string[] keys) => new() { ["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]) };

    private static JsonObject Metres(string description, double? standard = null) =>
        Number(-ScenarioLimits.Distance, ScenarioLimits.Distance, description, standard);

    private static JsonObject Number(double min, double max, string description, double? standard = null)
    {
        JsonObject schema = new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
        if (standard is { } value) schema["default"] = value;
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Name(string description) => new()
    {
        ["type"] = "string",
        ["pattern"] = ScenarioLimits.NamePattern,
        ["maxLength"] = ScenarioLimits.NameLength,
        ["description"] = description,
    };

    private static JsonObject Words(string description, IReadOnlyList<string> words, string? standard = null)
    {
        JsonObject schema = new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
        if (standard is not null) schema["default"] = standard;
        schema["description"] = description;
        return schema;
    }
}
