using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The dashboard: what is served is what its sources make, its parts are tested, and a browser shows it on a running program.</summary>
[Collection(Alone.Name)]
public class DashboardTests(ITestOutputHelper output)
{
    private static readonly string Sources = Repository.Path("Telemetry", "Dashboard"), Fake = Repository.Path("tests", "dashboard-fake"), Live = Repository.Path("tests", "dashboard-live");

    /// <summary>The files of tests that drive Chromium on `locomotion serve`.</summary>
    public static TheoryData<string> LiveTests => [.. Directory.GetFiles(Live, "*.test.mjs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void What_is_served_is_what_the_sources_make()
    {
        (int code, string said) = Run(Sources, "build.mjs", "--check");
        Assert.True(code == 0, said);
    }

    [Fact]
    public void Parts_that_need_no_browser_work() => Pass(Fake, "units.test.mjs");

    [Theory]
    [MemberData(nameof(LiveTests))]
    public void In_a_browser(string tests) => Pass(Live, tests);

    /// <summary>Every test in a file passes, and none is left out.</summary>
    private void Pass(string folder, string file)
    {
        (int code, string said) = Run(folder, "--test", "--test-reporter=tap", file);
        output.WriteLine(string.Join('\n', said.Split('\n').Where(line => Regex.IsMatch(line, @"^\s*(not )?ok |^# (tests|pass|fail|skipped|duration_ms) "))));
        int there = Regex.Count(File.ReadAllText(Path.Combine(folder, file)), @"^\s*test\(", RegexOptions.Multiline);
        Assert.True(code == 0, said);
        Assert.True(Count(said, "pass") >= there && there > 0, $"{there} tests are written there");
        Assert.Equal(0, Count(said, "skipped") + Count(said, "todo") + Count(said, "cancelled"));
    }

    private static int Count(string said, string what) => int.Parse(Regex.Match(said, $"^# {what} (\\d+)", RegexOptions.Multiline).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static (int Code, string Said) Run(string folder, params string[] arguments)
    {
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"{folder} lacks its packages: run ./test, or npm ci there");
        ProcessStartInfo start = new("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"Still running after five minutes.\n{said.Result}{error.Result}");
        }
        return (process.ExitCode, said.Result + error.Result);
    }
}
