using System.Diagnostics;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Sweeps on a real Slurm.</summary>
[Collection(Alone.Name)]
public class SlurmSweepTests(ITestOutputHelper output)
{
    private const string Design = """
        { "name": "t", "scenario": "slow-walk", "seconds": 2, "oscillators": ["phase", "bursting"], "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 10 } ], "seeds": 10 }
        """;
    private const string Larger = """
        { "name": "t", "scenario": "slow-walk", "seconds": 2, "oscillators": ["phase", "bursting"], "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 10 } ], "seeds": 25 }
        """;

    [Fact]
    public void A_sweep_outlives_the_death_of_its_only_node_and_gives_the_same_table()
    {
        Assert.SkipWhen(SlurmCluster.Missing is not null, SlurmCluster.Missing ?? "");
        using SlurmCluster cluster = new(1);
        SweepProgram sweep = new(Design, cluster.Environs);
        using Process process = sweep.Start("--on=slurm", "--task-minutes=0.08");
        int done = AwaitCases(sweep, 40, process);
        cluster.KillNode(1);
        Thread.Sleep(1000);
        cluster.StartNode(1);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), sweep.Said);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, sweep.Said);
        output.WriteLine($"node killed with {done} of 200 cases done; {sweep.Said.Split('\n')[^3]}");
        AssertSame(Design, sweep);
        Assert.DoesNotContain(".tasks", string.Join(' ', Directory.GetFiles(Path.Combine(sweep.Folder, "out", "t", "slurm"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_nodes_run_500_cases_one_of_them_dies_and_the_other_does_its_work()
    {
        Assert.SkipWhen(SlurmCluster.Missing is not null, SlurmCluster.Missing ?? "");
        using SlurmCluster cluster = new(2);
        SweepProgram sweep = new(Larger, cluster.Environs);
        using Process process = sweep.Start("--on=slurm", "--task-minutes=0.08");
        AwaitCases(sweep, 100, process);
        cluster.KillNode(2);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), sweep.Said);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, sweep.Said);
        AssertSame(Larger, sweep);
    }

    [Fact]
    public void Scancel_stops_it_a_kill_leaves_its_jobs_and_the_same_command_goes_on()
    {
        Assert.SkipWhen(SlurmCluster.Missing is not null, SlurmCluster.Missing ?? "");
        using SlurmCluster cluster = new(1);
        SweepProgram sweep = new(Design, cluster.Environs);
        string[] options = ["--on=slurm", "--task-minutes=0.08"];

        // cancelled by hand
        using (Process process = sweep.Start(options))
        {
            AwaitCases(sweep, 20, process);
            cluster.Command("scancel", "--user=root");
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), sweep.Said);
            process.WaitForExit();
            Assert.Equal(1, process.ExitCode);
            Assert.Contains("jobs were cancelled", sweep.Said, StringComparison.Ordinal);
        }

        // stopped by Ctrl-C: nothing stays in the queue
        int before = Count(sweep);
        using (Process process = sweep.Start(options))
        {
            AwaitCases(sweep, before + 20, process);
            SweepProgram.Signal("INT", SweepProgram.Program(process));
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), sweep.Said);
            Assert.Equal(130, process.ExitCode);
            for (int k = 0; cluster.Command("squeue", "--noheader").Trim().Length > 0; k++)
            {
                Assert.True(k < 100, "jobs stay in the queue");
                Thread.Sleep(100);
            }
        }

        // killed: its jobs go on, and the next one takes them over
        before = Count(sweep);
        using (Process process = sweep.Start(options))
        {
            AwaitCases(sweep, before + 15, process);
            SweepProgram.Signal("KILL", SweepProgram.Tree(process.Id));
            process.WaitForExit();
        }
        Assert.Contains("Job ", sweep.Ask("status", "--out", "out"), StringComparison.Ordinal);
        string jobs = cluster.Command("squeue", "--noheader", "--states=all", "--format=%F");
        Assert.True(sweep.Run(options) == 0, sweep.Said);
        Assert.Equal(jobs.Split('\n').Distinct().Order(), cluster.Command("squeue", "--noheader", "--states=all", "--format=%F").Split('\n').Distinct().Order());
        AssertSame(Design, sweep);
        using CaseStore store = new(sweep.Cases);
        store.Refresh();
        Assert.Equal(200, store.Rows);      // nothing was done twice
    }

    private static int Count(SweepProgram sweep)
    {
        using CaseStore store = new(sweep.Cases);
        store.Refresh();
        return store.Count;
    }

    private static int AwaitCases(SweepProgram sweep, int cases, Process process)
    {
        long started = Stopwatch.GetTimestamp();
        while (Count(sweep) < cases)
        {
            Assert.False(process.HasExited, sweep.Said);
            Assert.True(Stopwatch.GetElapsedTime(started).TotalMinutes < 3, sweep.Said);
            Thread.Sleep(100);
        }
        return Count(sweep);
    }

    private static void AssertSame(string design, SweepProgram sweep)
    {
        SweepProgram here = new(design);
        Assert.True(here.Run("--on=threads") == 0, here.Said);
        Assert.Equal(File.ReadAllText(here.Csv), File.ReadAllText(sweep.Csv));
        Assert.Equal(File.ReadAllBytes(here.Parquet), File.ReadAllBytes(sweep.Parquet));
    }
}
