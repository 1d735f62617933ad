using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Locomotion.Tests.EndToEnd;

/// <summary>`locomotion experiment` as a user runs it.</summary>
public class ExperimentContractTests
{
    [Fact]
    public void An_experiment_prints_its_checks_and_writes_tables_pictures_and_both_reports()
    {
        Outcome outcome = DeskProgram.Release.Run("experiment", "land-sweep", "--out", "here");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("│ speed without bending", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("4 of 4 checks hold\n", outcome.Output, StringComparison.Ordinal);
        string folder = Path.Combine(outcome.Folder.FullName, "here", "experiments");
        foreach (string file in new[] { "land-sweep/land-sweep.csv", "land-sweep/land-sweep-theory.csv", "land-sweep/land-sweep.png", "README.md", "report.html" })
            Assert.True(new FileInfo(Path.Combine(folder, file)).Length > 100, file);
        string markdown = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.Contains("(<land-sweep/land-sweep.png>)", markdown, StringComparison.Ordinal);
        Assert.Contains($"commit `{Head()}`", markdown, StringComparison.Ordinal);
        string digest = Regex.Match(outcome.Output, "digest ([0-9a-f]{16})").Groups[1].Value;
        Assert.Contains($"digest `{digest}`", markdown, StringComparison.Ordinal);
        Assert.Contains(digest, File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_thread_gives_the_same_reports_as_all()
    {
        string program = Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll");
        string[] arguments = ["dotnet", program, "experiment", "stiffness", "--seeds", "2", "--no-pictures", "--out", "."];
        Outcome all = new DeskProgram("env", arguments).Run(), one = new DeskProgram("env", ["DOTNET_PROCESSOR_COUNT=1", .. arguments]).Run();
        foreach (string file in new[] { "README.md", "report.html", "stiffness/stiffness.csv" })
            Assert.Equal(File.ReadAllText(Path.Combine(all.Folder.FullName, "experiments", file)), File.ReadAllText(Path.Combine(one.Folder.FullName, "experiments", file)));
    }

    [Fact]
    public void Tables_are_equal_on_x64_and_arm64()
    {
        foreach (string name in new[] { "land-sweep", "swim-theory" })
        {
            string[] arguments = ["experiment", name, "--no-pictures", "--out", "."];
            Outcome here = DeskProgram.Release.Run(arguments), other = DeskProgram.Other.Run(arguments);
            Assert.True(here.Code == 0 && other.Code == 0, here.Error + other.Error);
            Assert.Equal(here.Output, other.Output);    // with the digest of every figure
        }
    }

    [Fact]
    public void Ctrl_C_stops_it()
    {
        // a shell in the background has its children ignore SIGINT, and a child of ours would too
        DeskProgram attended = new("env", "--default-signal=INT", "dotnet", Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll"));
        Running running = attended.Start("experiment", "stiffness", "--seeds", "100000");
        Thread.Sleep(TimeSpan.FromSeconds(3));
        using (Process kill = Process.Start("kill", ["-INT", $"{running.Process.Id}"])) kill.WaitForExit();
        Outcome outcome = running.Finish();
        Assert.Equal(130, outcome.Code);
        Assert.Contains("Stopped on request", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("name one of", "experiment")]
    [InlineData("land-sweep, swim-theory, stiffness", "experiment")]
    [InlineData("name one of", "experiment", "stiffness", "--all")]
    [InlineData("did you mean 'stiffness'", "experiment", "stifness")]
    [InlineData("lies outside [1, 100000]", "experiment", "stiffness", "--seeds", "0")]
    [InlineData("is a file", "experiment", "stiffness", "--out", "/dev/null")]
    public void Bad_input_is_refused_with_exit_code_2_and_nothing_written(string says, params string[] arguments) =>
        DeskProgram.Release.Run(arguments).AssertRefused(says);

    private static string Head()
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "rev-parse", "HEAD"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
