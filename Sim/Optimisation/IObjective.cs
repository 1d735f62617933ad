namespace Locomotion.Sim.Optimisation;

/// <summary>What an optimisation makes small.</summary>
public interface IObjective
{
    /// <summary>A short name, as "swim-speed".</summary>
    string Name { get; }

    /// <summary>What the cost is made of, in a sentence: it goes into the result, and a checkpoint is only good for the same sentence.</summary>
    string Description { get; }

    /// <summary>The numbers that are chosen.</summary>
    IReadOnlyList<OptimisedParameter> Parameters { get; }

    /// <summary>
    /// The cost of these values, in the order of <see cref="Parameters"/>; lower is better, and what is not finite counts as worst.
    /// Follows from the values alone. Called from several threads at once.
    /// </summary>
    double Cost(ReadOnlySpan<double> values);
}
