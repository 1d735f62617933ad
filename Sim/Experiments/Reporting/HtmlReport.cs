using System.Net;
using System.Text;

namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>The report as one file, report.html, that holds its pictures and opens without a network.</summary>
public static class HtmlReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "report.html";

    /// <summary>Writes it into <paramref name="folder"/>.</summary>
    public static void Write(ExperimentBook book, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), Text(book));
    }

    /// <summary>Its text.</summary>
    public static string Text(ExperimentBook book)
    {
        StringBuilder text = new();
        text.Append($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.Append($"<title>{Plain(ExperimentBook.Title)}</title>\n<style>\n{HtmlStyle.Css}</style>\n</head>\n<body>\n<main>\n<h1>{Plain(ExperimentBook.Title)}</h1>\n");
        text.Append($"<pre><code>{Plain(book.Command)}</code></pre>\n<p>gives these figures again. Version {Plain(book.Source.Version)}, commit <code>{Plain(book.Source.Commit)}</code>, ");
        text.Append($"digest <code>{Plain(book.Digest)}</code>. {Plain(ExperimentBook.DigestMeaning)}</p>\n<nav>\n<h2>Contents</h2>\n<ol>\n");
        foreach (FinishedExperiment one in book.Experiments)
            text.Append($"<li><a href=\"#{Plain(one.Experiment.Name)}\">{Plain(one.Experiment.Title)}</a>: {Verdict(one.Verdict, one.Report.Holds)}</li>\n");
        text.Append($"</ol>\n<p>In all, {Verdict(book.Verdict, book.Experiments.All(one => one.Report.Holds))}.</p>\n</nav>\n");
        foreach (FinishedExperiment one in book.Experiments) AddExperiment(text, one);
        return text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Verdict(string words, bool holds) => $"<span class=\"{(holds ? "yes" : "no")}\">{Plain(words)}</span>";

    private static void AddChecks(StringBuilder text, FinishedExperiment one)
    {
        text.Append($"<div class=\"wide\"><table>\n<caption>{Plain(one.Verdict)}</caption>\n<thead><tr><th>check</th><th class=\"number\">measured</th><th>expected</th><th>holds</th></tr></thead>\n<tbody>\n");
        foreach (Check check in one.Report.Checks)
        {
            text.Append($"<tr><td>{Plain(check.What)}</td><td class=\"number\">{Plain(check.MeasuredText)}</td><td>{Plain(check.Expected)}</td>");
            text.Append($"<td class=\"{(check.Holds ? "yes\">yes" : "no\">no")}</td></tr>\n");
        }
        text.Append("</tbody>\n</table></div>\n");
    }

    private static void AddExperiment(StringBuilder text, FinishedExperiment one)
    {
        text.Append($"<section id=\"{Plain(one.Experiment.Name)}\">\n<h2>{Plain(one.Experiment.Title)}</h2>\n<p class=\"question\">{Plain(one.Experiment.Question)}</p>\n");
        foreach (string paragraph in one.Paragraphs) text.Append($"<p>{Plain(paragraph)}</p>\n");
        foreach (Picture picture in one.Pictures)
        {
            string bytes = Convert.ToBase64String(File.ReadAllBytes(picture.Path)), caption = Plain(picture.Caption);
            text.Append($"<figure><img alt=\"{caption}\" src=\"data:image/png;base64,{bytes}\"><figcaption>{caption}</figcaption></figure>\n");
        }
        AddChecks(text, one);
        foreach (ShownTable table in ShownTable.Of(one.Report.Tables)) AddTable(text, table);
        text.Append($"<p class=\"small\"><code>locomotion experiment {Plain(one.Experiment.Name)}</code>, digest <code>{one.Digest}</code></p>\n</section>\n");
    }

    private static void AddTable(StringBuilder text, ShownTable table)
    {
        text.Append($"<div class=\"wide\"><table>\n<caption>{Plain(table.Title)}</caption>\n");
        AddRow(text, "th", table, table.Headers);
        foreach (IReadOnlyList<string> row in table.Rows) AddRow(text, "td", table, row);
        text.Append("</table></div>\n");
        if (table.Note.Length > 0) text.Append($"<p class=\"small\">{Plain(table.Note)}</p>\n");
    }

    private static void AddRow(StringBuilder text, string tag, ShownTable table, IReadOnlyList<string> cells)
    {
        text.Append("<tr>");
        for (int k = 0; k < cells.Count; k++) text.Append($"<{tag}{(table.IsText[k] ? "" : " class=\"number\"")}>{Plain(cells[k])}</{tag}>");
        text.Append("</tr>\n");
    }

    /// <summary>Text that a browser shows as it stands, also within quotes.</summary>
    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
