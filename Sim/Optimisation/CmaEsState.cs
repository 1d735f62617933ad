namespace Locomotion.Sim.Optimisation;

/// <summary>
/// All that <see cref="CmaEs"/> remembers between generations. The random numbers of a generation are a stream of their own, by seed
/// and generation, so the two say where the generator stands. Nothing writes to the arrays of a state.
/// </summary>
public sealed record CmaEsState
{
    /// <summary>What the random numbers follow from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Candidates a generation, λ.</summary>
    public required int Population { get; init; }

    /// <summary>Generations that are done.</summary>
    public int Generation { get; init; }

    /// <summary>Step size σ: the overall deviation of the candidates, as a share of the range of a parameter.</summary>
    public required double Sigma { get; init; }

    /// <summary>Mean m of the candidates, in coordinates that <see cref="UnitBox"/> folds into the box.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Covariance C of the candidates, without σ²: n by n, row by row, exactly symmetric.</summary>
    public required double[] Covariance { get; init; }

    /// <summary>Path p_σ of the steps of the mean, each as if C were the identity.</summary>
    public required double[] StepPath { get; init; }

    /// <summary>Path p_c of the steps of the mean.</summary>
    public required double[] CovariancePath { get; init; }

    /// <summary>The best candidate so far, in [0, 1]^n; null while no cost was finite.</summary>
    public double[]? Best { get; init; }

    /// <summary>The cost of <see cref="Best"/>; infinite without it.</summary>
    public double BestCost { get; init; } = double.PositiveInfinity;
}
