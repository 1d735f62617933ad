using System.Text.RegularExpressions;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>What docs/mqtt.md says that an animal says.</summary>
internal static partial class TopicTable
{
    private static readonly string Text = File.ReadAllText(Repository.Path("docs", "mqtt.md"));

    /// <summary>The table's topics; kinds, names, levels and groups each by its own name, versions and clients as +.</summary>
    public static IReadOnlyList<DocumentedTopic> Topics { get; } = [.. Rows().SelectMany(Expanded)];

    private static IEnumerable<string[]> Rows()
    {
        string section = Text[Text.IndexOf("## What the animal says", StringComparison.Ordinal)..Text.IndexOf("## What it is told", StringComparison.Ordinal)];
        return section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim('|', ' ').Split(" | ", 3));
    }

    private static IEnumerable<DocumentedTopic> Expanded(string[] row)
    {
        int quality = int.Parse(row[1].Split(',')[0]);
        bool retained = row[1].Contains("yes", StringComparison.Ordinal);
        foreach (string topic in row[0].Replace("`", "", StringComparison.Ordinal).Split(", "))
        {
            foreach (string name in Names(topic, row[2])) yield return new DocumentedTopic(name, quality, retained);
        }
    }

    private static string[] Names(string topic, string payload)
    {
        int open = topic.IndexOf('<', StringComparison.Ordinal);
        if (open < 0) return [topic];
        string prose = Aside().Replace(payload, "");
        string[] words = topic[open..] switch
        {
            "<version>" or "<client>" => ["+"],
            "<group>" => [.. Group().Matches(Text[Text.IndexOf("Groups:", StringComparison.Ordinal)..].Split(" frames a second")[0]).Select(match => match.Groups[1].Value)],
            "<kind>" => Words(prose, "kinds: "),
            "<name>" => Words(prose, "of the run; "),
            "<level>" => Words(prose, "levels "),
            _ => throw new InvalidOperationException($"The table of docs/mqtt.md names {topic}, which these tests cannot read."),
        };
        Assert.NotEmpty(words);
        return [.. words.Select(word => topic[..open] + word)];
    }

    private static string[] Words(string prose, string after)
    {
        int at = prose.IndexOf(after, StringComparison.Ordinal);
        Assert.True(at >= 0, $"docs/mqtt.md lists nothing after '{after}'");
        return [.. prose[(at + after.Length)..].Split(';')[0].Split(',', StringSplitOptions.TrimEntries)];
    }

    /// <summary>What stands in parentheses or between backticks.</summary>
    [GeneratedRegex(@" ?\([^)]*\)|`[^`]*`")]
    private static partial Regex Aside();

    [GeneratedRegex(@"`(\w+)` \(")]
    private static partial Regex Group();
}

/// <summary>A topic below the animal's tree.</summary>
internal sealed record DocumentedTopic(string Name, int QualityOfService, bool Retained)
{
    /// <summary>Whether it is this one; + stands for one level.</summary>
    public bool Is(string topic)
    {
        string[] own = Name.Split('/'), other = topic.Split('/');
        return own.Length == other.Length && own.Zip(other).All(pair => pair.First == "+" || pair.First == pair.Second);
    }
}
