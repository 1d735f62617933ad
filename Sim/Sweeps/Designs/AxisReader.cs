using Locomotion.Controller.Files;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>The axes of a design from JSON.</summary>
internal static class AxisReader
{
    /// <summary>Most values of one axis, points of a sample, or seeds.</summary>
    public const int MostValues = 1_000_000;

    /// <summary>Kinds of sample.</summary>
    public static IReadOnlyList<string> Samples { get; } = ["latin-hypercube", "sobol"];

    /// <summary>Scales of a range.</summary>
    public static IReadOnlyList<string> Scales { get; } = ["linear", "log"];

    /// <summary>What differs, in the order oscillators, lesions, axes, seeds.</summary>
    public static IEnumerable<AxisBlock> Blocks(JsonFields fields, Scenario scenario)
    {
        if (fields["oscillators"] is { } oscillators) yield return Listed(new ParameterAxis(ParameterAxis.Find("oscillator")!, scenario), oscillators, oscillators.Items());
        if (fields["lesions"] is { } lesions) yield return Lesions(new LesionsAxis(scenario), lesions);
        foreach (JsonPlace axis in fields["axes"]?.Items() ?? []) yield return Block(axis, scenario);
        yield return fields["seeds"] is { } seeds ? Seeds(seeds) : Seed(fields.Required("scenario", "\"slow-walk\""), scenario.Seed);
    }

    private static AxisBlock Block(JsonPlace place, Scenario scenario)
    {
        JsonFields fields = place.Fields("name", "values", "from", "to", "count", "scale", "sample", "seed", "axes");
        if (fields["sample"] is { } sample) return Sampled(place, fields, sample.Word(Samples), scenario);
        SweepAxis axis = Axis(fields.Required("name", "\"drive\""), scenario);
        if (fields["values"] is { } values)
        {
            Alone(fields, "values", "from", "to", "count", "scale", "seed", "axes");
            return Listed(axis, values, values.Items());
        }
        Alone(fields, "name", "seed", "axes");
        AxisRange range = Range(axis, fields);
        int count = Count(fields.Required("count", "11"));
        return new ListedBlock(axis, [.. Enumerable.Range(0, count).Select(k => range.Step(k, count))]);
    }

    private static SampledBlock Sampled(JsonPlace place, JsonFields fields, string kind, Scenario scenario)
    {
        Alone(fields, "sample", "name", "values", "from", "to", "scale");
        int count = Count(fields.Required("count", "1024"));
        ulong seed = fields["seed"]?.Whole() ?? 1;
        JsonPlace inside = fields.Required("axes", "[ { \"name\": \"feet.friction\", \"from\": 0.2, \"to\": 1 } ]");
        AxisRange[] ranges = [.. inside.Items().Select(one =>
        {
            JsonFields own = one.Fields("name", "from", "to", "scale");
            return Range(Axis(own.Required("name", "\"feet.friction\""), scenario), own);
        })];
        if (ranges.Length == 0) throw inside.Refuse("has no axis", "name at least one");
        if (kind == "sobol" && ranges.Length > SobolSequence.MostDimensions)
            throw inside.Refuse($"{ranges.Length} axes", $"are more than {SobolSequence.MostDimensions}", "take a latin-hypercube, or fewer axes");
        return new SampledBlock(ranges, kind == "sobol" ? new SobolSequence(ranges.Length, seed) : new LatinHypercube(count, ranges.Length, seed), count);
    }

    private static void Alone(JsonFields fields, string with, params string[] contrary)
    {
        foreach (string key in contrary)
        {
            if (fields[key] is { } place) throw place.Refuse($"key '{key}'", $"does not go with '{with}' here", "remove one of the two");
        }
    }

    private static AxisRange Range(SweepAxis axis, JsonFields fields)
    {
        JsonPlace from = fields.Required("from", "0"), to = fields.Required("to", "1");
        bool logarithmic = fields["scale"]?.Word(Scales) == "log";
        if (!axis.IsNumber) throw from.Refuse($"axis '{axis.Name}'", "has words, not numbers", "list its values");
        double low = from.Number(), high = to.Number();
        from.Check(() => axis.Checked(Naming.Number(low)));
        to.Check(() => axis.Checked(Naming.Number(high)));
        if (logarithmic && !(low > 0 && high > 0)) throw from.Refuse("cannot be the end of a logarithmic range", "choose ends above 0, or a linear scale");
        return new AxisRange(axis, low, high, logarithmic);
    }

    private static ListedBlock Listed(SweepAxis axis, JsonPlace place, IReadOnlyList<JsonPlace> values) => values.Count is >= 1 and <= MostValues
        ? new ListedBlock(axis, [.. values.Select(value =>
        {
            string text = value.Element.ValueKind switch
            {
                JsonValueKind.Number => value.Element.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => value.Text(),
            };
            return value.Check(() => axis.Checked(text));
        })])
        : throw place.Refuse($"has {values.Count} values, outside [1, {MostValues}]", "list at least one");

    private static ListedBlock Lesions(LesionsAxis axis, JsonPlace place)
    {
        IReadOnlyList<JsonPlace> sets = place.Items();
        if (sets.Count == 0) throw place.Refuse("is empty", "list sets of lesions, as [ [], [\"brain\"] ]; [] is the whole animal");
        return new ListedBlock(axis, [.. sets.Select(set =>
        {
            string[] lesions = [.. set.Items().Select(one => one.Text())];
            return lesions.Length == 0 ? LesionsAxis.None : set.Check(() => axis.Checked(string.Join('+', lesions)));
        })]);
    }

    private static AxisBlock Seeds(JsonPlace place)
    {
        SeedAxis axis = new();
        if (place.Element.ValueKind == JsonValueKind.Array) return Listed(axis, place, place.Items());
        if (place.Element.ValueKind == JsonValueKind.Number) return new SeedBlock(1, Count(place));
        JsonFields fields = place.Fields("first", "count");
        JsonPlace first = fields.Required("first", "1");
        ulong seed = first.Whole();
        if (seed > long.MaxValue - MostValues) throw first.Refuse("is too large", "choose a smaller one");
        return new SeedBlock(seed, Count(fields.Required("count", "20")));
    }

    /// <summary>The scenario's own seed. A run takes larger ones, the column of seeds does not.</summary>
    private static SeedBlock Seed(JsonPlace place, ulong seed) => seed <= long.MaxValue
        ? new SeedBlock(seed, 1)
        : throw place.Refuse($"seed {seed}", $"is larger than {long.MaxValue}", "choose a smaller one, or give the design \"seeds\"");

    private static int Count(JsonPlace place) => place.Whole() is >= 1 and <= MostValues and var count
        ? (int)count
        : throw place.Refuse($"lies outside [1, {MostValues}]", "choose a number inside");

    private static SweepAxis Axis(JsonPlace place, Scenario scenario)
    {
        string name = place.Text();
        int[] all = [.. Enumerable.Range(0, scenario.Timeline.Count)];
        if (CommandAxis.Parts.Contains(name)) return new CommandAxis(name, name, scenario, all);
        if (name == "habitat") return new HabitatAxis();
        if (ParameterAxis.Find(name) is { } parameter) return new ParameterAxis(parameter, scenario);
        foreach (int phase in all)
        {
            string before = scenario.Timeline[phase].Name + ".";
            if (name.StartsWith(before, StringComparison.Ordinal) && CommandAxis.Parts.Contains(name[before.Length..]))
                return new CommandAxis(name, name[before.Length..], scenario, phase);
        }
        throw place.RefuseWord($"axis '{JsonPlace.Shorten(name)}'", name, "is not known",
            [.. CommandAxis.Parts, .. scenario.Timeline.Select(phase => $"{phase.Name}.drive").Distinct(), "habitat", .. Locomotion.Body.Animals.Animal.Parameters.Select(parameter => parameter.Name)]);
    }
}
