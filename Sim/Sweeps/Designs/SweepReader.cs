using Locomotion.Controller.Files;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Designs of sweeps from JSON, comments and trailing commas allowed; see sweep.schema.json.</summary>
public static class SweepReader
{
    /// <summary>The keys of a design.</summary>
    internal static readonly string[] Keys =
        ["$schema", "name", "description", "scenario", "set", "seconds", "oscillators", "lesions", "axes", "seeds", "phases", "metrics", "conditions", "keep", "timeout", "pictures"];

    private const double LongestTimeout = 1e6;

    /// <summary>The design in a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or holds no valid design.</exception>
    public static SweepDesign Read(string path) => Parse(WholeFile.Read(path, "Design"), path, Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>The design in a text; a scenario that it names by path is looked for from <paramref name="folder"/> on.</summary>
    /// <exception cref="InvalidInputException">It holds no valid design.</exception>
    public static SweepDesign Parse(string json, string source, string folder = ".") => Parse(JsonText.Bytes(json, source), source, folder);

    private static SweepDesign Parse(byte[] bytes, string source, string folder)
    {
        using JsonDocument document = JsonText.Document(bytes, source);
        JsonPlace root = new(source, "$", document.RootElement);
        JsonFields fields = root.Fields(Keys);
        fields["$schema"]?.Text();
        Scenario named = Named(fields.Required("scenario", "\"slow-walk\""), folder);
        Scenario scenario = Changed(named, fields);
        int[] phases = Phases(fields["phases"], scenario);
        AxisBlock[] blocks = [.. AxisReader.Blocks(fields, scenario)];
        CheckTwice(root, blocks);
        CheckCount(root, blocks);
        SweepDesign design = new()
        {
            Name = fields.Required("name", "\"my-sweep\"").Name(),
            Description = fields["description"]?.Text() ?? "",
            Scenario = scenario,
            Blocks = blocks,
            Phases = phases,
            Metrics = fields["metrics"] is { } metrics ? [.. metrics.Items().Select(one => one.Word(PhaseColumns.Names))] : PhaseColumns.Names,
            Conditions = fields["conditions"] is { } conditions ? Conditions(conditions) : [],
            Keep = fields["keep"] is { } keep && Naming.TryWord(keep.Word([.. Enum.GetValues<Keep>().Select(one => Naming.Word(one))]), out Keep kept) ? kept : Keep.Failures,
            Timeout = fields["timeout"]?.Number(1e-3, LongestTimeout, "s") ?? SweepDesign.DefaultTimeout,
            Pictures = fields["pictures"] is { } pictures ? [.. pictures.Items().Select(Picture)] : [],
            Json = Whole(root, named),
        };
        Check(root, design, fields);
        return design;
    }

    private static Scenario Named(JsonPlace place, string folder)
    {
        if (place.Element.ValueKind == JsonValueKind.Object) return ScenarioReader.Read(place);
        string name = place.Text();
        if (!BuiltInScenarios.Names.Contains(name) && File.Exists(Path.Combine(folder, name))) return ScenarioReader.Read(Path.Combine(folder, name));
        return place.Check(() => ScenarioSource.Find(name));
    }

    private static Scenario Changed(Scenario scenario, JsonFields fields)
    {
        if (fields["set"] is { } set) scenario = scenario with { Animal = ScenarioReader.ReadParameters(set, scenario.Animal) };
        if (fields["seconds"] is { } seconds) scenario = scenario.Ending(seconds.Number(scenario.Timing.Period, ScenarioLimits.Seconds, "s"));
        return scenario;
    }

    private static int[] Phases(JsonPlace? place, Scenario scenario)
    {
        if (place is not { } given) return [scenario.Timeline.Count - 1];
        List<string> names = [.. scenario.Timeline.Select(phase => phase.Name)];
        int[] phases = [.. given.Items().Select(name => names.IndexOf(name.Word(names)))];
        return phases.Length > 0 ? phases : throw given.Refuse("names no phase", $"name one of {string.Join(", ", names)}, or leave the key out");
    }

    private static List<KeyValuePair<string, string>> Conditions(JsonPlace place)
    {
        if (place.Element.ValueKind != JsonValueKind.Object) throw place.Refuse("is not an object", "write { \"walks\": \"folded_fraction < 0.1\" }");
        List<KeyValuePair<string, string>> conditions = [];
        foreach (JsonProperty one in place.Element.EnumerateObject())
            conditions.Add(KeyValuePair.Create(one.Name, place.Inside(JsonPlace.Step(one.Name), one.Value).Text()));
        return conditions;
    }

    private static SweepPicture Picture(JsonPlace place)
    {
        JsonFields fields = place.Fields("x", "y", "show", "by", "where", "title");
        return new SweepPicture(
            fields.Required("x", "\"drive\"").Text(), fields["y"]?.Text(), fields.Required("show", "\"behaviour\"").Text(),
            fields["by"]?.Text(), fields["where"]?.Text() ?? "", fields["title"]?.Text() ?? "");
    }

    /// <summary>Two axes that set the same thing would fight.</summary>
    private static void CheckTwice(JsonPlace root, IReadOnlyList<AxisBlock> blocks)
    {
        Dictionary<string, string> set = [];
        foreach (SweepAxis axis in blocks.SelectMany(block => block.Axes))
        {
            foreach (string field in axis.Fields)
            {
                if (!set.TryAdd(field, axis.Name)) throw root.Refuse($"axis '{axis.Name}'", $"sets what '{set[field]}' sets too", "keep one of the two");
            }
        }
    }

    private static void CheckCount(JsonPlace root, IReadOnlyList<AxisBlock> blocks)
    {
        double count = blocks.Aggregate(1.0, (product, block) => product * block.Count);
        if (count > SweepDesign.MostCases) throw root.Refuse($"{count:0} cases", $"are more than {SweepDesign.MostCases}", "take fewer values, or a sample instead of a grid");
    }

    /// <summary>Conditions and pictures name columns, which are known only when all else is.</summary>
    private static void Check(JsonPlace root, SweepDesign design, JsonFields fields)
    {
        IReadOnlyList<SweepColumn> columns = SweepColumn.Of(design);
        if (columns.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw root.Refuse($"column '{twice.Key}'", "would be there twice", "name phases, metrics and conditions once, and no condition as another column");
        (fields["conditions"] ?? root).Check(() => new RowFilter(columns, design.Conditions)).Dispose();
        foreach (SweepPicture picture in design.Pictures) (fields["pictures"] ?? root).Check(() => PictureData.Checked(picture, columns));
    }

    /// <summary>The design with its scenario inside, without comments and indents: workers read it, and by the same limit.</summary>
    private static string Whole(JsonPlace root, Scenario scenario)
    {
        JsonObject whole = JsonObject.Create(root.Element)!;
        whole.Remove("$schema");
        whole["scenario"] = JsonNode.Parse(ScenarioWriter.Write(scenario));
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, JsonText.Layout with { Indented = false })) whole.WriteTo(writer);
        if (bytes.Length >= JsonText.MostBytes)
            throw root.Refuse("the design with its scenario inside", $"is longer than {JsonText.MostBytes} bytes", "give seeds as first and count, or ranges for lists of values");
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
