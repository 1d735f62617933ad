using System.Runtime.ExceptionServices;

namespace Locomotion.Sim.Running;

/// <summary>Independent runs on all cores.</summary>
internal static class InParallel
{
    /// <summary>The result of each, in their order; the first error comes out as it was thrown.</summary>
    public static IReadOnlyList<TResult> SelectInParallel<T, TResult>(this IEnumerable<T> runs, Func<T, TResult> run)
    {
        try
        {
            return [.. runs.AsParallel().AsOrdered().Select(run)];
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
