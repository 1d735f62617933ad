using System.Diagnostics;
using Locomotion.Hardware.Timing;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.EndToEnd;

/// <summary>What a sweep costs beyond the runs that it is made of.</summary>
[Collection(Alone.Name)]
public class SweepSpeedTests(ITestOutputHelper output)
{
    private const int Rounds = 7, CasesAThread = 6, Pairs = 25;

    /// <summary>Cases of 10 s; each round has seeds of its own.</summary>
    private static SweepDesign Design(int first, int count) => SweepReader.Parse(
        $$"""{ "name": "t", "scenario": "slow-walk", "seconds": 10, "seeds": { "first": {{first}}, "count": {{count}} } }""", "design");

    [Fact]
    public void A_case_costs_less_than_a_millisecond_beyond_its_run()
    {
        string folder = Scratch.Folder().FullName;
        SweepDesign design = Design(1, Pairs);
        CaseCursor cursor = new(design, ProgramIdentity.Text);
        using ShardWriter writer = new(folder);
        using CaseStore store = new(folder);
        WorkRun run = new(new SweepWork(design, "none", folder), store);
        IWorker worker = run.Work.NewWorker();
        double alone = double.MaxValue, swept = double.MaxValue;        // the least of many, in time of the processor: what else the machine does only adds
        while (run.Take(1) is [var piece])
        {
            // what lies on the heap decides more than a sweep does: each begins on a clean one, and either goes first
            if (piece % 2 == 0) alone = Math.Min(alone, Alone());
            swept = Math.Min(swept, OnCleanHeap(() =>
            {
                WorkResult result = worker.Do(piece, CancellationToken.None)!.Value;
                writer.Append(worker.Key(piece), result.Outcome, result.Content);
                run.Progress.CountDone(result.Outcome);
            }));
            if (piece % 2 != 0) alone = Math.Min(alone, Alone());

            double Alone()
            {
                cursor.MoveTo(piece);
                Scenario scenario = cursor.Scenario();
                return OnCleanHeap(() => new ScenarioRun(scenario).Run(CancellationToken.None));
            }
        }
        output.WriteLine($"a run of 10 s takes {alone:0.00} ms, as a case {swept:0.00} ms: {swept - alone:0.00} ms more");
        Assert.True(swept - alone < 1, $"{swept - alone:0.00} ms a case");
    }

    /// <summary>In time of the processor, which other work on the machine hardly moves; on the wall it is told, and held by the soak test.</summary>
    [Fact]
    public void Two_threads_spend_hardly_more_on_a_case_than_one_run_after_the_other()
    {
        List<double> ofProcessor = [], onWall = [];
        Singly(Design(1, 1));
        for (int round = 0; round < Rounds; round++)
        {
            (double processor, double wall) alone = Singly(Design(1000 + round * CasesAThread, CasesAThread));
            using CaseStore store = new(Scratch.Folder().FullName);
            WorkRun run = new(new SweepWork(Design(2000 + 2 * round * CasesAThread, 2 * CasesAThread), "none", store.Folder), store);
            (double processor, double wall) swept = Timed(() => new ThreadEngine(2).Run(run, CancellationToken.None));
            ofProcessor.Add(2 * alone.processor / swept.processor);
            onWall.Add(alone.wall / swept.wall);
        }
        ofProcessor.Sort();
        onWall.Sort();
        output.WriteLine($"efficiency of two threads: {ofProcessor[Rounds / 2]:0.00} of the processor's time, from {ofProcessor[0]:0.00} to {ofProcessor[^1]:0.00}; {onWall[Rounds / 2]:0.00} on the wall, from {onWall[0]:0.00} to {onWall[^1]:0.00}");
        Assert.True(ofProcessor[Rounds / 2] >= 0.9, $"median {ofProcessor[Rounds / 2]:0.00}");
    }

    /// <summary>How long the cases take as runs one after the other, s.</summary>
    private static (double Processor, double Wall) Singly(SweepDesign design) => Timed(() =>
    {
        CaseCursor cursor = new(design, ProgramIdentity.Text);
        for (long k = 0; k < design.Count; k++)
        {
            cursor.MoveTo(k);
            new ScenarioRun(cursor.Scenario()).Run(CancellationToken.None);
        }
    });

    private static (double Processor, double Wall) Timed(Action work)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        work();
        return ((Environment.CpuUsage.TotalTime - processor).TotalSeconds, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    private static double OnCleanHeap(Action work)
    {
        GC.Collect();
        double begin = ThreadMilliseconds();
        work();
        return ThreadMilliseconds() - begin;
    }

    /// <summary>Time of the processor that this thread has had: /proc counts it only by the scheduler's ticks, of 4 ms.</summary>
    private static double ThreadMilliseconds()
    {
        const int threadCpuTime = 3;        // CLOCK_THREAD_CPUTIME_ID
        Assert.Equal(0, LinuxTime.GetTime(threadCpuTime, out TimeSpec used));
        return used.Nanoseconds / 1e6;
    }
}
