namespace Locomotion.Sim.Optimisation;

/// <summary>How an optimisation is run.</summary>
public sealed record OptimisationSettings
{
    /// <summary>What the random numbers follow from.</summary>
    public ulong Seed { get; init; }

    /// <summary>Candidates a generation, at least 4; null for 4 + ⌊3 ln n⌋, n the number of parameters.</summary>
    public int? Population { get; init; }

    /// <summary>Generations in all, those of a checkpoint included.</summary>
    public int Generations { get; init; } = 100;

    /// <summary>Deviation of the first candidates, as a share of the range of each parameter. The optimum should lie within three.</summary>
    public double Sigma { get; init; } = 0.3;

    /// <summary>Most candidates that are evaluated at once; null for one on each core. The result does not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>The file that is written after each generation, and from which the run continues if it is there; null for none.</summary>
    public string? Checkpoint { get; init; }
}
