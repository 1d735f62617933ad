using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Locomotion.Sim.Optimisation;

/// <summary>Evaluates candidates on threads of this process.</summary>
/// <param name="threads">Most at once; null for one on each core.</param>
public sealed class ThreadCosts(int? threads) : ICandidateCosts
{
    /// <inheritdoc/>
    /// <remarks>The first error comes out as it was thrown.</remarks>
    public double[] Of(IObjective objective, IReadOnlyList<double[]> candidates, CancellationToken stop)
    {
        var costs = new double[candidates.Count];
        ParallelOptions options = new() { CancellationToken = stop, MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount };
        // one at a time to whoever is free: costs take unequal times
        OrderablePartitioner<int> each = Partitioner.Create(Enumerable.Range(0, costs.Length), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(each, options, k => costs[k] = objective.Cost(candidates[k]));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }
        return costs;
    }
}
