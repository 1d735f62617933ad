namespace Locomotion.Tests.EndToEnd;

/// <summary>Every command that README.md shows in a block of shell runs, from the repository's root, and succeeds.</summary>
public class ReadmeTests
{
    public static TheoryData<string> Commands() => [.. Blocks().SelectMany(block => block)];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_in_the_readme_runs(string command)
    {
        string words = command.Split('#')[0].Trim();
        if (words.StartsWith("git ", StringComparison.Ordinal) || words.StartsWith("cd ", StringComparison.Ordinal)) return;   // fetching this repository
        if (words == "./test")
        {
            Assert.True(File.Exists(Repository.Path("test")));   // these are the tests that it runs
            return;
        }
        Outcome outcome = new DeskProgram("bash", "-c", $"cd '{Repository.Root}' && {words}").Run();
        Assert.True(outcome.Code == 0, $"{words}\n{outcome.Output}\n{outcome.Error}");
    }

    [Fact]
    public void The_readme_shows_the_two_commands() =>
        Assert.Subset(Blocks().SelectMany(block => block).Select(line => line.Split('#')[0].Trim()).ToHashSet(), new HashSet<string> { "./run", "./test" });

    [Fact]
    public void Every_picture_and_file_that_the_readme_links_to_exists()
    {
        string text = File.ReadAllText(Repository.Path("README.md"));
        foreach (string link in text.Split("](").Skip(1).Select(rest => rest.Split(')')[0]).Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
        {
            string[] parts = link.Split('#');
            string path = Repository.Path(parts[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), link);
            if (parts.Length == 2) Assert.Contains($"<a id=\"{parts[1]}\"></a>", File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string[]> Blocks()
    {
        string[] lines = File.ReadAllLines(Repository.Path("README.md"));
        for (int k = 0; k < lines.Length; k++)
        {
            if (lines[k] != "```sh") continue;
            int end = Array.IndexOf(lines, "```", k);
            yield return [.. lines[(k + 1)..end].Where(line => line.Trim().Length > 0)];
            k = end;
        }
    }
}
