using System.Diagnostics;
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
        double alone = double.MaxValue, swept = double.MaxValue;        // the least of many: what else the machine does only adds
        while (run.Take(1) is [var piece])
        {
            long begin = Stopwatch.GetTimestamp();
            WorkResult result = worker.Do(piece, CancellationToken.None)!.Value;
            writer.Append(worker.Key(piece), result.Outcome, result.Content);
            run.Progress.CountDone(result.Outcome);
            swept = Math.Min(swept, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            cursor.MoveTo(piece);
            Scenario scenario = cursor.Scenario();
            begin = Stopwatch.GetTimestamp();
            new ScenarioRun(scenario).Run(CancellationToken.None);
            alone = Math.Min(alone, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        output.WriteLine($"a run of 10 s takes {alone:0.00} ms, as a case {swept:0.00} ms: {swept - alone:0.00} ms more");
        Assert.InRange(swept - alone, -2, 1);
    }

    [Fact]
    public void Two_threads_do_nearly_twice_as_much_as_one_run_after_the_other()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "This machine has one core.");
        List<double> efficiencies = [];
        Singly(Design(1, 1));
        for (int round = 0; round < Rounds; round++)
        {
            double alone = Singly(Design(1000 + round * CasesAThread, CasesAThread));
            using CaseStore store = new(Scratch.Folder().FullName);
            WorkRun run = new(new SweepWork(Design(2000 + 2 * round * CasesAThread, 2 * CasesAThread), "none", store.Folder), store);
            long begin = Stopwatch.GetTimestamp();
            new ThreadEngine(2).Run(run, CancellationToken.None);
            double swept = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            efficiencies.Add((alone + Singly(Design(3000 + round * CasesAThread, CasesAThread))) / 2 / swept);
        }
        efficiencies.Sort();
        double median = efficiencies[Rounds / 2];
        output.WriteLine($"efficiency of two threads: median {median:0.00}, from {efficiencies[0]:0.00} to {efficiencies[^1]:0.00}");
        Assert.True(median >= 0.9, $"median {median:0.00}");
    }

    /// <summary>How long the cases take as runs one after the other, s.</summary>
    private static double Singly(SweepDesign design)
    {
        CaseCursor cursor = new(design, ProgramIdentity.Text);
        long begin = Stopwatch.GetTimestamp();
        for (long k = 0; k < design.Count; k++)
        {
            cursor.MoveTo(k);
            new ScenarioRun(cursor.Scenario()).Run(CancellationToken.None);
        }
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
