using System.Text;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Sweeps;

/// <summary>The results of sweeps as a page, README.md, with its pictures beside it. It follows from the results alone.</summary>
public static class SweepPage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "README.md";

    private const int MostReasons = 20;

    /// <summary>Writes it into a folder; returns its path.</summary>
    public static string Write(IReadOnlyList<(SweepDesign Design, SweepTable Table)> sweeps, string folder)
    {
        Directory.CreateDirectory(folder);
        StringBuilder text = new();
        text.Append($"# {(sweeps.Count == 1 ? $"Sweep {sweeps[0].Design.Name}" : "Sweeps")}\n\n");
        text.Append($"Program `{sweeps[0].Table.Program}`.\n");
        foreach ((SweepDesign design, SweepTable table) in sweeps) Add(text, design, table, folder);
        string path = Path.Combine(folder, FileName);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static void Add(StringBuilder text, SweepDesign design, SweepTable table, string folder)
    {
        text.Append($"\n## {MarkdownText.Plain(design.Name)}\n\n{MarkdownText.Plain(design.Description)}\n\n");
        text.Append($"{design.Count} cases of {Naming.Number(Math.Round(design.Scenario.Seconds, 3))} s of the scenario {MarkdownText.Plain(design.Scenario.Name)}.\n\n");
        text.Append("| axis | values | from | to |\n|---|---:|---|---|\n");
        foreach (AxisBlock block in design.Blocks)
        {
            for (int k = 0; k < block.Axes.Count; k++)
            {
                (string first, string last) = block is SampledBlock ? (Least(block, k), Most(block, k)) : (block.Value(0, k), block.Value(block.Count - 1, k));
                text.Append($"| {MarkdownText.Plain(block.Axes[k].Name)} | {block.Count}{(block is SampledBlock ? ", sampled" : "")} | {MarkdownText.Plain(first)} | {MarkdownText.Plain(last)} |\n");
            }
        }
        AddOutcomes(text, table);
        foreach (SweepPicture picture in SweepPictures.Of(design))
        {
            if (!table.Rows(picture.Where).Any()) continue;
            string png = Path.GetFileName(SweepPictures.Draw(picture, table, Path.Combine(folder, "pictures", design.Name))[0]);
            string title = picture.Title.Length > 0 ? picture.Title : $"{picture.Show} over {picture.X}{(picture.Y is null ? "" : $" and {picture.Y}")}";
            text.Append($"\n![{MarkdownText.Plain(title)}](<pictures/{design.Name}/{png}>)\n");
        }
    }

    /// <summary>How many cases came to what, how often each condition holds, and why cases failed.</summary>
    private static void AddOutcomes(StringBuilder text, SweepTable table)
    {
        int outcome = Place(table, SweepColumn.Outcome), reason = Place(table, SweepColumn.Reason);
        int[] conditions = [.. Enumerable.Range(0, table.Columns.Count).Where(k => table.Columns[k].Kind == CellKind.Truth)];
        SortedDictionary<string, long> outcomes = new(StringComparer.Ordinal), reasons = new(StringComparer.Ordinal);
        var holds = new long[conditions.Length];
        long rows = 0;
        foreach (object?[] row in table.Rows())
        {
            rows++;
            string word = (string)row[outcome]!, why = (string)row[reason]!;
            outcomes[word] = outcomes.GetValueOrDefault(word) + 1;
            if (why.Length > 0 && (reasons.Count < MostReasons || reasons.ContainsKey(why))) reasons[why] = reasons.GetValueOrDefault(why) + 1;
            for (int k = 0; k < conditions.Length; k++) holds[k] += row[conditions[k]] is true ? 1 : 0;
        }
        text.Append($"\n{rows} have a result: {string.Join(", ", outcomes.Select(pair => $"{pair.Key} {pair.Value}"))}.\n");
        for (int k = 0; k < conditions.Length; k++) text.Append($"\n`{table.Columns[conditions[k]].Name}` holds in {holds[k]} ({100.0 * holds[k] / Math.Max(1, rows):0.0} %).\n");
        if (reasons.Count == 0) return;
        text.Append("\n| failed because | cases |\n|---|---:|\n");
        foreach ((string why, long count) in reasons) text.Append($"| {MarkdownText.Plain(why)} | {count} |\n");
    }

    private static int Place(SweepTable table, string name) => table.Columns.ToList().FindIndex(column => column.Name == name);

    private static string Least(AxisBlock block, int axis) => $"{Values(block, axis).Min():G3}";

    private static string Most(AxisBlock block, int axis) => $"{Values(block, axis).Max():G3}";

    private static IEnumerable<double> Values(AxisBlock block, int axis) => Enumerable.Range(0, block.Count).Select(k => double.Parse(block.Value(k, axis)));
}
