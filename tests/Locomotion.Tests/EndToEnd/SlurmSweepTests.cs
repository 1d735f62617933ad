using System.Diagnostics;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Sweeps on a real Slurm.</summary>
[Collection(Alone.Name)]
public class SlurmSweepTests(ITestOutputHelper output)
{
    private const string Design = """
        { "name": "t", "scenario": "slow-walk", "seconds": 5, "oscillators": ["phase", "bursting"], "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 10 } ], "seeds": 10 }
        """;
    private const string Larger = """
        { "name": "t", "scenario": "slow-walk", "seconds": 5, "oscillators": ["phase", "bursting"], "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 10 } ], "seeds": 25 }
        """;

    [Fact]
    public void A_sweep_outlives_the_death_of_its_only_node_and_gives_the_same_table()
    {
        Assert.SkipWhen(SlurmCluster.Missing is not null, SlurmCluster.Missing ?? "");
        using SlurmCluster cluster = new(1);
        SweepProgram sweep = new(Design, cluster.Environs);
        using Process process = sweep.Start("--on=slurm", "--task-minutes=0.08");
        int done = AwaitTasks(sweep, cluster, 10, process);
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
        AwaitTasks(sweep, cluster, 20, process);
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
        SweepProgram sweep = new(Larger, cluster.Environs);
        string[] options = ["--on=slurm", "--task-minutes=0.08"];

        // cancelled by hand
        using (Process process = sweep.Start(options))
        {
            AwaitTasks(sweep, cluster, 10, process);
            cluster.Command("scancel", "--user=root");
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), sweep.Said);
            process.WaitForExit();
            Assert.Equal(1, process.ExitCode);
            Assert.DoesNotContain("lost", sweep.Said, StringComparison.Ordinal);
            Assert.Contains("jobs were cancelled", sweep.Said, StringComparison.Ordinal);
        }

        // stopped by Ctrl-C: nothing stays in the queue
        using (Process process = sweep.Start(options))
        {
            AwaitTasks(sweep, cluster, 10, process);
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
        using (Process process = sweep.Start(options))
        {
            AwaitTasks(sweep, cluster, 10, process);
            SweepProgram.Signal("KILL", SweepProgram.Tree(process.Id));
            process.WaitForExit();
        }
        Assert.Contains("Job ", sweep.Ask("status", "--out", "out"), StringComparison.Ordinal);
        string jobs = cluster.Command("squeue", "--noheader", "--states=all", "--format=%F");
        Assert.True(sweep.Run(options) == 0, sweep.Said);
        Assert.Equal(jobs.Split('\n').Distinct().Order(), cluster.Command("squeue", "--noheader", "--states=all", "--format=%F").Split('\n').Distinct().Order());
        AssertSame(Larger, sweep);
        using CaseStore store = new(sweep.Cases);
        store.Refresh();
        Assert.Equal(500, store.Rows);      // nothing was done twice
    }

    private static int Count(SweepProgram sweep)
    {
        using CaseStore store = new(sweep.Cases);
        store.Refresh();
        return store.Count;
    }

    /// <summary>Waits until tasks have run some cases: the first ones run here. Returns how many are done.</summary>
    private static int AwaitTasks(SweepProgram sweep, SlurmCluster cluster, int more, Process process)
    {
        long started = Stopwatch.GetTimestamp();
        Await(() => cluster.Command("squeue", "--noheader", "--states=RUNNING").Trim().Length > 0);
        int before = Count(sweep);
        Await(() => Count(sweep) >= before + more);
        return Count(sweep);

        void Await(Func<bool> reached)
        {
            while (!reached())
            {
                Assert.False(process.HasExited, sweep.Said);
                Assert.True(Stopwatch.GetElapsedTime(started).TotalMinutes < 3, sweep.Said);
                Thread.Sleep(100);
            }
        }
    }

    private static void AssertSame(string design, SweepProgram sweep)
    {
        SweepProgram here = new(design);
        Assert.True(here.Run("--on=threads") == 0, here.Said);
        Assert.Equal(File.ReadAllText(here.Csv), File.ReadAllText(sweep.Csv));
        Assert.Equal(File.ReadAllBytes(here.Parquet), File.ReadAllBytes(sweep.Parquet));
    }
}
