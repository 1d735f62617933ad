using System.Text.Json.Nodes;
using Locomotion.Body.Animals;
using Locomotion.Controller.Files;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using static Locomotion.Controller.Files.SchemaParts;

namespace Locomotion.Sim.Scenarios;

/// <summary>The JSON Schema (draft 7) of scenario files, for editors and other programs.</summary>
/// <remarks>
/// It cannot say all that <see cref="ScenarioReader"/> checks: that ground points run from left to right, that the plant period is a
/// whole number of steps and no phase is shorter, and that no key stands twice.
/// </remarks>
public static class ScenarioSchema
{
    /// <summary>The schema; scenario.schema.json beside this file is a copy for editors.</summary>
    public static string Text { get; } = SchemaParts.Text("Locomotion scenario", Root());

    private static JsonObject Root()
    {
        return Fields("A run of the centipede: animal, place, timeline, seed.", ["name", "timeline"], new JsonObject
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
            ["set"] = Fields("Parameters that differ from the preset's; the defaults named here are those of 'animal'.", [],
                new JsonObject(Animal.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Value(parameter, Preset.Centipede.Read(parameter)))))),
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
    }

    private static JsonObject Start() => Fields("Where the body's center starts, and how it is turned.", [], new JsonObject
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
            Fields("Ground along x, the same for all y, and one level of water.", ["ground", "water_level"], new JsonObject
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
        JsonObject phase = Fields("One stretch under one command.", ["seconds"], new JsonObject
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

    private static JsonObject Metres(string description, double? standard = null) =>
        Number(-ScenarioLimits.Distance, ScenarioLimits.Distance, description, standard);
}
