using Locomotion.Sim.Running;

namespace Locomotion.Sim.Experiments;

/// <summary>How an experiment is to be run.</summary>
public sealed record ExperimentOptions
{
    /// <summary>How many seeds it is run with, where chance plays a part.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>The first seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Told the share of the experiment that is done, from several threads.</summary>
    public Action<double> Progress { get; init; } = _ => { };

    /// <summary>Ends the experiment by an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The seeds, from the first on.</summary>
    public IEnumerable<ulong> AllSeeds => ManySeeds(times: 1);

    /// <summary><paramref name="times"/> as many seeds as were asked for, from the first on.</summary>
    public IEnumerable<ulong> ManySeeds(int times) => Enumerable.Range(0, times * Seeds).Select(k => Seed + (ulong)k);

    /// <summary>The result of each of <paramref name="runs"/>, in their order whatever the number of threads; tells progress after each run.</summary>
    public IReadOnlyList<TResult> RunEach<T, TResult>(IReadOnlyCollection<T> runs, Func<T, TResult> run)
    {
        int done = 0;
        return runs.SelectInParallel(one =>
        {
            Stop.ThrowIfCancellationRequested();
            TResult result = run(one);
            Stop.ThrowIfCancellationRequested();    // what was cut short is no result
            Progress((double)Interlocked.Increment(ref done) / runs.Count);
            return result;
        });
    }
}
