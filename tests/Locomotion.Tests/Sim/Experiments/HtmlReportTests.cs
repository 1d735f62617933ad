using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Locomotion.Sim.Experiments.Reporting;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

public sealed class HtmlReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string html;

    public HtmlReportTests()
    {
        ExperimentBook book = NastyBook.Make(folder.File("out"));
        HtmlReport.Write(book, folder.File("out"));
        html = File.ReadAllText(folder.File("out/report.html"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_refers_to_nothing_outside_itself()
    {
        Assert.DoesNotMatch("https?:|file:|url\\(|@import|<script|<link", html);
        Assert.All(Regex.Matches(html, "(?:src|href|srcset)=\"([^\"]*)\"").Select(match => match.Groups[1].Value),
            reference => Assert.True(reference.StartsWith('#') || reference.StartsWith("data:image/png;base64,", StringComparison.Ordinal), reference));
    }

    [Fact]
    public void It_holds_every_picture_to_the_byte()
    {
        string[] images = [.. Regex.Matches(html, "src=\"data:image/png;base64,([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(2, images.Length);
        Assert.Equal(File.ReadAllBytes(folder.File("out/one/a picture.png")), Convert.FromBase64String(images[0]));
    }

    /// <summary>As XML, which allows no stray angle bracket, ampersand or open element; void elements closed first.</summary>
    [Fact]
    public void Every_text_stands_as_it_was_written()
    {
        string xml = Regex.Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|img)([^>]*)>", "<$1$2/>");
        XElement root = XElement.Parse(xml);
        string all = string.Join('\n', root.DescendantNodes().OfType<XText>().Select(text => text.Value).Concat(root.Descendants().Attributes("alt").Select(alt => alt.Value)));
        foreach (string beginning in new[] { "First", "Second", "Table", "Note", "Word", "Good", "Bad", "Title", "Question", "Caption", "x" })
            Assert.Contains($"{beginning} {NastyBook.Nasty}", all, StringComparison.Ordinal);
        Assert.DoesNotContain("empty column", all, StringComparison.Ordinal);
        Assert.DoesNotContain("not to be read", all, StringComparison.Ordinal);
    }

    [Fact]
    public void It_lists_its_contents_and_colours_its_checks()
    {
        Assert.Contains($"<li><a href=\"#one\">{WebUtility.HtmlEncode($"Title {NastyBook.Nasty}")}</a>: <span class=\"no\">1 of 2 checks hold</span></li>", html, StringComparison.Ordinal);
        Assert.Contains("<section id=\"one\">", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<td class=\"yes\">yes</td>"));
        Assert.Single(Regex.Matches(html, "<td class=\"no\">no</td>"));
        Assert.Contains("1 of 2 checks hold", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_states_command_commit_and_digest_and_comes_out_the_same_again()
    {
        ExperimentBook book = NastyBook.Make(folder.File("other"));
        foreach (string said in new[] { book.Command, book.Source.Commit, book.Source.Version, book.Digest, book.Experiments[0].Digest })
            Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Equal(html, HtmlReport.Text(book));
    }
}
