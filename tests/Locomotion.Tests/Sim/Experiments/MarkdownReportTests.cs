using System.Text.RegularExpressions;
using Locomotion.Sim.Experiments.Reporting;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

public sealed class MarkdownReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string[] lines;

    public MarkdownReportTests()
    {
        MarkdownReport.Write(NastyBook.Make(folder.File("out")), folder.File("out"));
        lines = File.ReadAllLines(folder.File("out/README.md"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_link_resolves()
    {
        string text = string.Join('\n', lines);
        string[] links = [.. Regex.Matches(text, @"(?<!\\)\]\((<[^>]*>|[^)]*)\)").Select(match => match.Groups[1].Value.Trim('<', '>'))];
        Assert.Equal(["#one", "one/a picture.png", "one/b.png", "one"], links);
        Assert.All(links.Where(link => link[0] != '#'), link => Assert.True(Path.Exists(Path.Combine(folder.File("out"), link)), link));
        Assert.Contains("<a id=\"one\"></a>", lines);
    }

    [Fact]
    public void Rows_of_a_table_have_as_many_cells_as_its_head()
    {
        int[] cells = [.. lines.Where(line => line.StartsWith('|')).Select(line => Regex.Count(line, @"(?<!\\)\|") - 1)];
        Assert.Equal([4, 4, 4, 4, 2, 2, 2, 2], cells);      // the checks, then the table without its empty column
    }

    /// <summary>What CommonMark turns back into the text: each special character behind a backslash.</summary>
    [Fact]
    public void Every_text_stands_as_it_was_written()
    {
        string read = Regex.Replace(string.Join('\n', lines), @"\\([^A-Za-z0-9\s])", "$1");
        foreach (string beginning in new[] { "First", "Second", "Table", "Note", "Word", "Good", "Bad", "Title", "Question", "Caption", "x" })
            Assert.Contains($"{beginning} {NastyBook.Nasty}", read, StringComparison.Ordinal);
        foreach (char special in "<>|*_[]`#&~")
            Assert.DoesNotMatch($@"First [^\n]*(?<!\\){Regex.Escape(special.ToString())}", string.Join('\n', lines));
    }

    [Fact]
    public void It_states_command_commit_digest_and_verdict()
    {
        string text = string.Join('\n', lines);
        foreach (string said in new[] { "run it --all", "`0123abc`", "1.2.3", $"`{NastyBook.Make(folder.File("other")).Digest}`", "1 of 2 checks hold", "| yes |", "| **no** |" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }
}
