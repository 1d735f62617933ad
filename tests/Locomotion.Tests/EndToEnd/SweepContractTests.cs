using System.Diagnostics;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.EndToEnd;

/// <summary>`locomotion sweep` as a user runs it: engines, interruptions, large designs.</summary>
[Collection(Alone.Name)]
public class SweepContractTests(ITestOutputHelper output)
{
    private const int Kills = 20;

    /// <summary>240 cases, a few of which are refused: their segments are too few for the lesion's.</summary>
    internal const string Design = """
        { "name": "t", "scenario": "slow-walk", "seconds": 0.6, "oscillators": ["phase", "bursting"], "lesions": [[], ["cut-behind=9"]],
          "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 6 }, { "name": "shape.segments", "values": [8, 21] } ], "seeds": 5,
          "conditions": { "slow": "speed_bl_per_s < 1" } }
        """;

    [Fact]
    public void Threads_and_processes_one_and_two_give_the_same_bytes()
    {
        byte[]? csv = null, parquet = null;
        foreach (string[] options in (string[][])[["--on=threads", "--workers=1"], ["--on=threads", "--workers=2"], ["--on=processes", "--workers=1"], ["--on=processes", "--workers=2"]])
        {
            SweepProgram sweep = new(Design);
            Assert.True(sweep.Run(options) == 1, sweep.Said);       // some were refused
            Assert.Contains("240 of 240 cases have a result, 240 of them from now", sweep.Said, StringComparison.Ordinal);
            Assert.Contains("failed: refused 60", sweep.Said, StringComparison.Ordinal);
            csv ??= File.ReadAllBytes(sweep.Csv);
            parquet ??= File.ReadAllBytes(sweep.Parquet);
            Assert.Equal(csv, File.ReadAllBytes(sweep.Csv));
            Assert.Equal(parquet, File.ReadAllBytes(sweep.Parquet));
        }
    }

    [Theory, InlineData("threads"), InlineData("processes")]
    public void A_sweep_that_is_killed_at_any_moment_goes_on_and_loses_nothing(string engine)
    {
        const string design = """{ "name": "t", "scenario": "slow-walk", "seconds": 2, "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 40 } ], "seeds": 50 }""";
        SweepProgram sweep = new(design);
        Random random = new(3);
        int kills = 0, found = 0;
        for (; kills < Kills / 2; kills++)
        {
            using Process process = sweep.Start($"--on={engine}", "--workers=2");
            Thread.Sleep(TimeSpan.FromSeconds(0.2 + 1.6 * random.NextDouble()));
            Assert.False(process.HasExited, sweep.Said);
            int program = SweepProgram.Program(process);
            // every other time its workers outlive it, and must end by themselves
            int[] all = [.. SweepProgram.Tree(process.Id)];
            SweepProgram.Signal("KILL", kills % 2 == 0 || program == 0 ? all : [program]);
            process.WaitForExit();
            using CaseStore store = new(sweep.Cases);
            store.Refresh();
            Assert.True(store.Count >= found);
            found = store.Count;
        }
        Assert.True(sweep.Run($"--on={engine}", "--workers=2") == 0, sweep.Said);
        using CaseStore last = new(sweep.Cases);
        last.Refresh();
        Assert.Equal(2000, last.Count);
        Assert.InRange(last.Rows, 2000, 2000 + 2 * kills);      // a worker may write its last row while the next one takes its case
        SweepProgram whole = new(design);
        Assert.True(whole.Run("--on=threads") == 0, whole.Said);
        Assert.Equal(File.ReadAllBytes(whole.Csv), File.ReadAllBytes(sweep.Csv));
        Assert.Equal(File.ReadAllBytes(whole.Parquet), File.ReadAllBytes(sweep.Parquet));
        output.WriteLine($"{engine}: killed {kills} times, {found} of 2000 cases done by then; {last.Rows - 2000} done twice");
    }

    [Fact]
    public void A_signal_stops_it_at_once_and_says_how_to_go_on_and_nobody_else_may_run_it_meanwhile()
    {
        SweepProgram sweep = new("""{ "name": "t", "scenario": "slow-walk", "seconds": 2000, "seeds": 50 }""");
        using Process process = sweep.Start("--workers=2");
        while (SweepProgram.Program(process) == 0 || SweepProgram.Tree(process.Id).Count() < 3)
        {
            Assert.False(process.HasExited, sweep.Said);
            Thread.Sleep(50);
        }
        Thread.Sleep(1500);
        Assert.Equal(2, sweep.Run());
        Assert.Contains("is being run by another process", sweep.Said, StringComparison.Ordinal);
        int[] all = [.. SweepProgram.Tree(process.Id)];
        SweepProgram.Signal("INT", SweepProgram.Program(process));
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("the same command goes on", sweep.Said, StringComparison.Ordinal);
        Assert.All(all, one => Assert.False(Directory.Exists($"/proc/{one}"), "a worker outlived the sweep"));
        Assert.Contains("left", sweep.Ask("status", "--out", "out"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_is_killed_costs_nothing_but_its_case_a_second_time()
    {
        SweepProgram sweep = new(Design);
        using Process process = sweep.Start("--workers=2");
        for (int kills = 0; kills < 2 && !process.HasExited;)
        {
            Thread.Sleep(400);
            int worker = SweepProgram.Tree(process.Id).LastOrDefault(one => one != process.Id && File.Exists($"/proc/{one}/cmdline") && File.ReadAllText($"/proc/{one}/cmdline").Contains("sweep-worker", StringComparison.Ordinal));
            if (worker == 0) continue;
            SweepProgram.Signal("KILL", worker);
            kills++;
        }
        process.WaitForExit();
        SweepProgram whole = new(Design);
        whole.Run("--on=threads");
        Assert.Equal(File.ReadAllText(whole.Csv), File.ReadAllText(sweep.Csv));
    }

    [Fact]
    public void Two_sweeps_share_their_cases()
    {
        SweepProgram sweep = new("""{ "name": "t", "scenario": "slow-walk", "seconds": 1, "axes": [ { "name": "drive", "values": [0, 0.5, 1] } ], "seeds": 4 }""");
        Assert.Equal(0, sweep.Run());
        File.WriteAllText(Path.Combine(sweep.Folder, "design.jsonc"), """{ "name": "t", "scenario": "fast-walk", "seconds": 1, "axes": [ { "name": "release", "values": [0, 1] }, { "name": "drive", "values": [0.5, 0.7] } ], "seeds": 6 }""");
        Assert.Equal(0, sweep.Run());
        Assert.Contains("24 of 24 cases have a result, 20 of them from now", sweep.Said, StringComparison.Ordinal);
    }

    /// <summary>The figures of the goal; they hold on a machine that does other things too.</summary>
    [Fact]
    public void A_million_cases_are_planned_listed_and_looked_up_in_seconds_and_little_memory()
    {
        SweepProgram sweep = new("""
            { "name": "t", "scenario": "slow-walk", "oscillators": ["phase", "bursting"],
              "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 50 }, { "sample": "latin-hypercube", "count": 1000, "axes": [ { "name": "feet.friction", "from": 0.1, "to": 1 }, { "name": "shape.mass", "from": 0.001, "to": 0.01, "scale": "log" } ] } ],
              "seeds": 10 }
            """);
        foreach (string[] command in (string[][])[["plan", "--list"], ["status", "--out", "out"]])
        {
            ProcessStartInfo start = new("dotnet", [Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll"), "sweep", command[0], "design.jsonc", .. command.Skip(1)])
            { WorkingDirectory = sweep.Folder, UseShellExecute = false, RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string last = "";
            double seconds = 0, megabytes = 0;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                last = line;
                if (!line.EndsWith("99999", StringComparison.Ordinal) && !line.Contains('│', StringComparison.Ordinal) && !line.Contains("9999,", StringComparison.Ordinal)) continue;
                process.Refresh();
                (seconds, megabytes) = (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1048576.0);
            }
            process.WaitForExit();
            output.WriteLine($"{string.Join(' ', command)}: {seconds:0.0} s of processor, {megabytes:0} MB");
            if (command[0] == "plan") Assert.StartsWith("999999,", last, StringComparison.Ordinal);
            Assert.InRange(seconds, 0.1, 10);
            Assert.InRange(megabytes, 10, 500);
        }
    }
}
