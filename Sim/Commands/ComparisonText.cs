using Locomotion.Telemetry.Comparing;
using Locomotion.Telemetry.Inspecting;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>In what two runs differ, for people: the answer in a sentence, then tables.</summary>
internal static class ComparisonText
{
    private const string State = "state";
    private const int MostNames = 6, MostRows = 20;

    public static void Write(IAnsiConsole console, RunComparison comparison)
    {
        console.MarkupLineInterpolated($"[bold]{Answer(comparison)}[/]");
        foreach ((string what, TickDifference? difference) in Kinds(comparison))
        {
            console.MarkupLineInterpolated($"{what + ":",-10}{(difference is null ? Nowhere(comparison) : $"from tick {difference.Tick} ({difference.Seconds:0.###} s) on {Names(difference)}")}");
        }
        console.MarkupLineInterpolated($"length:   a {Length(comparison.A)}; b {Length(comparison.B)}");
        Table(console, "setup", "", comparison.Setup.Select(one => (one.Name, one.A, one.B)));
        Table(console, "parameters at the start", "", comparison.Parameters.Select(one => (one.Name, one.A, one.B)));
        Table(console, "tuning", "", comparison.Tuning.Select(one => ($"{one.Name}, tick {one.Tick}", one.A ?? "–", one.B ?? "–")));
        if (comparison.A.Gait is { } a && comparison.B.Gait is { } b && comparison.GaitDifference is { } by)
            Table(console, "gait, mean", "b − a", Rows(a).Zip(Rows(b), Rows(by)).Select(row => (row.First.Name, Shown(row.First.Value), Shown(row.Second.Value), Shown(row.Third.Value))));
    }

    private static string Answer(RunComparison comparison)
    {
        if (comparison.Same) return $"The runs are the same to the bit: {comparison.ComparedTicks} ticks ({comparison.A.Seconds:0.###} s).";
        if (comparison.ComparedTicks == 0) return "The runs have no tick in common that could be compared.";
        (string What, TickDifference? Difference)[] found = [.. Kinds(comparison).Where(kind => kind.Difference is not null)];
        string since = comparison.FromTick == 0 ? "" : $" from tick {comparison.FromTick} on";
        if (found.Length == 0)
        {
            return comparison.ComparedTicks < Math.Min(comparison.A.Ticks, comparison.B.Ticks) && comparison.A.FirstTick == comparison.B.FirstTick
                ? $"The runs are the same{since} for {comparison.ComparedTicks} ticks; there the inputs of one have a gap, and nothing beyond is compared."
                : $"The runs are the same{since} as far as both go, {comparison.ComparedTicks} ticks; but they are not equally long.";
        }
        (string what, TickDifference? first) = found.MinBy(kind => kind.Difference!.Tick);
        string differ = what == State ? $"the state differs first: {Names(first!)}" : $"{what} differ first: {Names(first!)}";
        return first!.Tick <= comparison.FromTick ? $"The runs differ{since} from the first tick; {differ}." : $"The runs are the same{since} for {first.Seconds:0.###} s (tick {first.Tick}); then {differ}.";
    }

    private static (string What, TickDifference? Difference)[] Kinds(RunComparison comparison) =>
        [("commands", comparison.Commands), ("senses", comparison.Senses), (State, comparison.Digest)];

    private static string Nowhere(RunComparison comparison) => comparison.ComparedTicks == 0 ? "not compared" : "the same in all ticks compared";

    private static string Names(TickDifference difference)
    {
        string names = string.Join(", ", difference.Names.Take(MostNames));
        if (difference.Names.Count == 0) return "somewhere";
        return difference.Names.Count > MostNames ? $"{names} and {difference.Names.Count - MostNames} more" : names;
    }

    private static string Length(ComparedRun run) => $"{run.Ticks} ticks ({run.Seconds:0.###} s){(run.Ended ? "" : ", cut")}";

    private static void Table(IAnsiConsole console, string title, string last, IEnumerable<(string, string, string)> rows) =>
        Table(console, title, last, rows.Select(row => (row.Item1, row.Item2, row.Item3, "")));

    private static void Table(IAnsiConsole console, string title, string last, IEnumerable<(string Name, string A, string B, string More)> rows)
    {
        (string Name, string A, string B, string More)[] all = [.. rows];
        if (all.Length == 0) return;
        Table table = new Table().RoundedBorder().Title(title).AddColumns("", "a", "b");
        if (last.Length > 0) table.AddColumn(last);
        foreach ((string name, string a, string b, string more) in all.Take(MostRows))
            table.AddRow([.. ((string[])[name, a, b, more]).Take(last.Length > 0 ? 4 : 3).Select(Markup.Escape)]);
        if (all.Length > MostRows) table.Caption($"and {all.Length - MostRows} more");
        console.Write(table);
    }

    private static (string Name, double Value)[] Rows(GaitReport gait) =>
    [
        ("leg frequency, Hz", gait.LegFrequencyHz), ("trunk frequency, Hz", gait.TrunkFrequencyHz), ("leg lag, cycles", gait.LegWaveLagCycles),
        ("leg coherence", gait.LegWaveCoherence), ("left-right, cycles", gait.LeftRightPhase), ("trunk lag, cycles", gait.TrunkWaveLagCycles),
        ("trunk coherence", gait.TrunkWaveCoherence), ("folded", gait.FoldedFraction),
    ];

    private static string Shown(double value) => value.ToString("0.0000");
}
