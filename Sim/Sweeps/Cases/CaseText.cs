using System.IO.Hashing;
using System.Text;
using Locomotion.Body.Ground;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>
/// Everything that decides a case, as one flat JSON object with its fields in one order: the program, and the scenario to the last parameter, seed included.
/// Names and descriptions decide nothing and are not in it. Equal cases have equal texts, whatever designs they come from; a case's key is the XXH128 of its text.
/// </summary>
public sealed class CaseText
{
    /// <summary>The field of ground and water.</summary>
    public const string HabitatField = "habitat";

    /// <summary>The field of lesions.</summary>
    public const string LesionsField = "lesions";

    /// <summary>The field of the seed.</summary>
    public const string SeedField = "seed";

    private readonly List<(string Name, byte[] Text)> fields = [];
    private readonly Dictionary<string, int> byName = [];
    private readonly SortedSet<int> varying = [];
    private readonly List<(byte[]? Fixed, int Field)> pieces = [];      // what is hashed, one after the other
    private readonly XxHash128 hash = new();

    /// <summary>The text of a scenario that <paramref name="program"/> runs.</summary>
    public CaseText(Scenario scenario, string program)
    {
        Add("program", Quoted(program));
        Add("step", Naming.Number(scenario.Timing.Step));
        Add("plant_period", Naming.Number(scenario.Timing.Period));
        Add("start", $"[{Naming.Number(scenario.Start.X)},{Naming.Number(scenario.Start.Y)},{Naming.Number(scenario.Start.Heading)}]");
        Add(HabitatField, Of(scenario.Habitat));
        foreach (Parameter parameter in Animal.Parameters)
            Add(ParameterField(parameter.Name), parameter.Type.IsEnum ? Quoted(scenario.Animal.Read(parameter)) : scenario.Animal.Read(parameter));
        Add(LesionsField, Of(scenario.Lesions));
        Add("tuning", $"[{string.Join(',', scenario.Tuning.Select(tuning => Quoted(tuning.ToString())))}]");
        for (int k = 0; k < scenario.Timeline.Count; k++)
        {
            ScenarioPhase phase = scenario.Timeline[k];
            Add(PhaseField(k, "seconds"), Naming.Number(phase.Seconds));
            Add(PhaseField(k, "drive"), Naming.Number(phase.Command.Drive));
            Add(PhaseField(k, "release"), Naming.Number(phase.Command.Release));
            Add(PhaseField(k, "swim"), Naming.Number(phase.Command.Swim));
            Add(PhaseField(k, "turn"), Naming.Number(phase.Command.Turn));
            Add(PhaseField(k, "until"), Quoted(Naming.Word(phase.Until)));
            Add(PhaseField(k, "expect"), Quoted(Naming.Word(phase.Expect)));
        }
        Add(SeedField, scenario.Seed.ToString());
    }

    /// <summary>Sets a field to a JSON value.</summary>
    public string this[string field]
    {
        set
        {
            int k = byName[field];
            fields[k] = (field, Encoding.UTF8.GetBytes(value));
            if (varying.Add(k)) pieces.Clear();
        }
    }

    /// <summary>The text.</summary>
    public string Json => $"{{{string.Join(',', fields.Select(one => $"{Quoted(one.Name)}:{Encoding.UTF8.GetString(one.Text)}"))}}}";

    /// <summary>The key of the text as it stands.</summary>
    public UInt128 Key()
    {
        if (pieces.Count == 0) Cut();
        foreach ((byte[]? text, int field) in pieces) hash.Append(text ?? fields[field].Text);
        UInt128 key = hash.GetCurrentHashAsUInt128();
        hash.Reset();
        return key;
    }

    /// <summary>A key as people and files write it.</summary>
    public static string Word(UInt128 key) => key.ToString("x32");

    /// <summary>The field of a parameter.</summary>
    public static string ParameterField(string name) => $"set.{name}";

    /// <summary>The field of a part of a phase.</summary>
    public static string PhaseField(int phase, string part) => $"timeline.{phase}.{part}";

    /// <summary>A word in JSON; words here need no escapes.</summary>
    public static string Quoted(string word) => $"\"{word}\"";

    /// <summary>Lesions in JSON.</summary>
    public static string Of(IReadOnlyList<Lesion> lesions) => $"[{string.Join(',', lesions.Select(lesion => Quoted(lesion.ToString())))}]";

    /// <summary>A habitat in JSON.</summary>
    public static string Of(Habitat habitat) =>
        $"{{\"ground\":[{string.Join(',', habitat.Profile.Select(point => Pair(point.X, point.Height)))}],\"water_level\":{Naming.Number(habitat.WaterLevel)},\"gaps\":[{string.Join(',', habitat.Gaps.Select(gap => Pair(gap.From, gap.To)))}]}}";

    private static string Pair(double a, double b) => $"[{Naming.Number(a)},{Naming.Number(b)}]";

    private void Add(string name, string json)
    {
        byName.Add(name, fields.Count);
        fields.Add((name, Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Joins what does not vary.</summary>
    private void Cut()
    {
        StringBuilder same = new("{");
        for (int k = 0; k < fields.Count; k++)
        {
            same.Append(k > 0 ? "," : "").Append(Quoted(fields[k].Name)).Append(':');
            if (varying.Contains(k))
            {
                pieces.Add((Encoding.UTF8.GetBytes(same.ToString()), -1));
                pieces.Add((null, k));
                same.Clear();
            }
            else
            {
                same.Append(Encoding.UTF8.GetString(fields[k].Text));
            }
        }
        pieces.Add((Encoding.UTF8.GetBytes(same.Append('}').ToString()), -1));
    }
}
