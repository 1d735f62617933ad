using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>One change of gait, from many states.</summary>
/// <param name="Oscillator">What makes the rhythm.</param>
/// <param name="From">The gait before.</param>
/// <param name="To">The gait after.</param>
/// <param name="Cycles">Cycles to settle, state by state; null where it did not.</param>
internal sealed record GaitChangeRow(Oscillator Oscillator, Gait From, Gait To, IReadOnlyList<double?> Cycles)
{
    private readonly double[] settled = [.. Cycles.OfType<double>().Order()];

    /// <summary>In a few words.</summary>
    public string Name => $"{Trial.Name(Oscillator)}: {From.Name} to {To.Name}";

    /// <summary>Share of states from which it settles.</summary>
    public double Settled => settled.Length / (double)Cycles.Count;

    /// <summary>Median of those that settle.</summary>
    public double Median => settled.Median();

    /// <summary>95th percentile of those that settle.</summary>
    public double Percentile95 => settled.Percentile(95);

    /// <summary>Most cycles that any needed.</summary>
    public double Most => settled.Length == 0 ? double.NaN : settled[^1];

    /// <summary>Cycles of those that settle, in rising order.</summary>
    public IReadOnlyList<double> InOrder => settled;
}
