using System.Text;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>The report as README.md, with links to the pictures beside it.</summary>
public static class MarkdownReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "README.md";

    /// <summary>Writes it into <paramref name="folder"/>.</summary>
    public static void Write(ExperimentBook book, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), Text(book, folder));
    }

    /// <summary>Its text, for a file in <paramref name="folder"/>.</summary>
    public static string Text(ExperimentBook book, string folder)
    {
        StringBuilder text = new();
        text.Append($"# {MarkdownText.Plain(ExperimentBook.Title)}\n\n```sh\n{book.Command}\n```\n\n");
        text.Append($"gives these figures again. Version {MarkdownText.Plain(book.Source.Version)}, commit `{book.Source.Commit}`, digest `{book.Digest}`. {MarkdownText.Plain(ExperimentBook.DigestMeaning)}\n\n");
        text.Append($"**{MarkdownText.Plain(book.Verdict)}.**\n\n");
        foreach (FinishedExperiment one in book.Experiments)
            text.Append($"- [{MarkdownText.Plain(one.Experiment.Title)}](#{one.Experiment.Name}): {(one.Report.Holds ? MarkdownText.Plain(one.Verdict) : $"**{MarkdownText.Plain(one.Verdict)}**")}\n");
        foreach (FinishedExperiment one in book.Experiments) AddExperiment(text, one, folder);
        return text.ToString();
    }

    private static void AddExperiment(StringBuilder text, FinishedExperiment one, string folder)
    {
        text.Append($"\n<a id=\"{one.Experiment.Name}\"></a>\n\n## {MarkdownText.Plain(one.Experiment.Title)}\n\n*{MarkdownText.Plain(one.Experiment.Question)}*\n\n");
        foreach (string paragraph in one.Paragraphs) text.Append($"{MarkdownText.Plain(paragraph)}\n\n");
        foreach (Picture picture in one.Pictures)
            text.Append($"![{MarkdownText.Plain(picture.Caption)}](<{Path.GetRelativePath(folder, picture.Path).Replace('\\', '/')}>)\n\n{MarkdownText.Plain(picture.Caption)}\n\n");
        AddChecks(text, one);
        foreach (ShownTable table in ShownTable.Of(one.Report.Tables)) AddTable(text, table);
        text.Append($"`locomotion experiment {one.Experiment.Name}`, digest `{one.Digest}`; tables to all digits are in [{one.Experiment.Name}](<{one.Experiment.Name}>).\n");
    }

    private static void AddChecks(StringBuilder text, FinishedExperiment one)
    {
        text.Append($"**{MarkdownText.Plain(one.Verdict)}**\n\n| check | measured | expected | holds |\n|---|---:|---|---|\n");
        foreach (Check check in one.Report.Checks) AddRow(text, [MarkdownText.Plain(check.What), MarkdownText.Plain(check.MeasuredText), MarkdownText.Plain(check.Expected), check.Holds ? "yes" : "**no**"]);
        text.Append('\n');
    }

    private static void AddTable(StringBuilder text, ShownTable table)
    {
        text.Append($"**{MarkdownText.Plain(table.Title)}**\n\n");
        AddRow(text, table.Headers.Select(MarkdownText.Plain));
        AddRow(text, table.IsText.Select(words => words ? "---" : "---:"));
        foreach (IReadOnlyList<string> row in table.Rows) AddRow(text, row.Select(MarkdownText.Plain));
        text.Append('\n');
        if (table.Note.Length > 0) text.Append($"{MarkdownText.Plain(table.Note)}\n\n");
    }

    private static void AddRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
