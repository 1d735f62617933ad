namespace Locomotion.Sim.Optimisation;

/// <summary>Where the candidates of a generation are evaluated.</summary>
public interface ICandidateCosts
{
    /// <summary>The cost of each candidate, in their order.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for, or jobs were cancelled by hand.</exception>
    double[] Of(IObjective objective, IReadOnlyList<double[]> candidates, CancellationToken stop);
}
