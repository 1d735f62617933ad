using Locomotion.Controller.Files;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>The JSON Schema (draft 7) of designs, for editors and other programs. What depends on the scenario only the reader can check.</summary>
public static class SweepSchema
{
    private static readonly JsonSerializerOptions layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema; sweep.schema.json beside this file is a copy for editors.</summary>
    public static string Text { get; } = Root().ToJsonString(layout) + "\n";

    private static JsonObject Root()
    {
        JsonObject schema = Object("Many cases of one scenario.", ["name", "scenario"], new()
        {
            ["$schema"] = Described("string", "Where this schema is."),
            ["name"] = Name("Short name, which the sweep's folder has."),
            ["description"] = Described("string", "What for, in a sentence."),
            ["scenario"] = new JsonObject { ["type"] = new JsonArray("string", "object"), ["description"] = "What every case starts from: a built-in scenario's name, the path of a file (from this one on), or a scenario itself." },
            ["set"] = Described("object", "Parameters in which all cases differ from the scenario; see the scenario's schema."),
            ["seconds"] = Number(1e-5, ScenarioLimits.Seconds, "Length of each case, s: the scenario's last phase is cut or stretched. Default: the scenario's."),
            ["oscillators"] = List(Words("What makes the rhythm.", ParameterAxis.Find("oscillator")!.Choices), "Kinds of cord.", 1),
            ["lesions"] = List(List(new JsonObject { ["type"] = "string", ["pattern"] = Lesion.Pattern }, "Lesions that are made together; [] is the whole animal."), "What is taken from the animal.", 1),
            ["axes"] = List(Axis(), "What differs; every value goes with every value of the other axes."),
            ["seeds"] = Seeds(),
            ["phases"] = List(Name("A phase of the scenario."), "The phases that the results tell of. Default: the last.", 1),
            ["metrics"] = List(Words("A column as in run --json, or behaviour.", PhaseColumns.Names), "Columns of each phase. Default: all."),
            ["conditions"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
                ["description"] = "Columns of true and false: name, and condition as SQL has it after WHERE, as \"folded_fraction < 0.05 and leg_wave_coherence > 0.95\".",
            },
            ["keep"] = Words("Of which cases a recording is kept.", [.. Enum.GetValues<Keep>().Select(one => Naming.Word(one))], Naming.Word(Keep.Failures)),
            ["timeout"] = Number(1e-3, 1e6, "After so much time on the wall a case has failed, s.", SweepDesign.DefaultTimeout),
            ["pictures"] = List(Picture(), "Pictures on the results' page. Default: those that suit the axes."),
        });
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "Locomotion sweep");
        return schema;
    }

    private static JsonObject Axis()
    {
        JsonObject schema = Object("Values of one axis, listed or at equal distances; or a sample of the room of several.", [], new()
        {
            ["name"] = Described("string", "drive, release, swim or turn of all phases; the same of one, as walk.drive; habitat; or a parameter."),
            ["values"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = new JsonArray("number", "string", "boolean") }, ["description"] = "Its values." },
            ["from"] = Described("number", "The first of values at equal distances."),
            ["to"] = Described("number", "The last."),
            ["count"] = Count("How many values, or points of a sample."),
            ["scale"] = Words("Equal distances or equal ratios.", AxisReader.Scales, "linear"),
            ["sample"] = Words("How the room of several axes is sampled.", AxisReader.Samples),
            ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = 1, ["description"] = "From it follow the points; with sobol, 0 is the sequence without a shift." },
            ["axes"] = List(Object("One of them.", ["name", "from", "to"], new()
            {
                ["name"] = Described("string", "As above, of numbers."),
                ["from"] = Described("number", "One end."),
                ["to"] = Described("number", "The other."),
                ["scale"] = Words("Equal distances or equal ratios.", AxisReader.Scales, "linear"),
            }), "The axes that are sampled together.", 1),
        });
        schema["oneOf"] = new JsonArray(Required("name", "values"), Required("name", "from", "to", "count"), Required("sample", "count", "axes"));
        return schema;
    }

    private static JsonObject Seeds() => new()
    {
        ["description"] = "How many seeds, from 1 on; or the first and how many; or a list. Default: the scenario's.",
        ["oneOf"] = new JsonArray(
            Count("How many."),
            Object("From one on.", ["first", "count"], new() { ["first"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, ["count"] = Count("How many.") }),
            List(new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, "These.", 1)),
    };

    private static JsonObject Picture() => Object("A map over x and y, or curves over x.", ["x", "show"], new()
    {
        ["x"] = Described("string", "The column along the horizontal axis."),
        ["y"] = Described("string", "The column along the vertical axis of a map."),
        ["show"] = Described("string", "The column that is shown."),
        ["by"] = Described("string", "The column whose values have a panel or a curve each."),
        ["where"] = Described("string", "Which rows count, as SQL has it after WHERE."),
        ["title"] = Described("string", "What stands above it."),
    });

    private static JsonObject Object(string description, string[] required, JsonObject properties)
    {
        JsonObject schema = new() { ["type"] = "object", ["description"] = description };
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]);
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        return schema;
    }

    private static JsonObject Required(params string[] keys) => new() { ["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]) };

    private static JsonObject Described(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static JsonObject Count(string description) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = AxisReader.MostValues, ["description"] = description };

    private static JsonObject List(JsonObject items, string description, int least = 0)
    {
        JsonObject schema = new() { ["type"] = "array" };
        if (least > 0) schema["minItems"] = least;
        schema["items"] = items;
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Number(double min, double max, string description, double? standard = null)
    {
        JsonObject schema = new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
        if (standard is { } value) schema["default"] = value;
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Name(string description) =>
        new() { ["type"] = "string", ["pattern"] = PlainName.Pattern, ["maxLength"] = PlainName.MostLetters, ["description"] = description };

    private static JsonObject Words(string description, IReadOnlyList<string> words, string? standard = null)
    {
        JsonObject schema = new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
        if (standard is not null) schema["default"] = standard;
        schema["description"] = description;
        return schema;
    }
}
