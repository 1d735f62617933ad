using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Neurons;

/// <summary>What several runs of one figure came to.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation; 0 of one run.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
public readonly record struct Spread(double Mean, double Deviation, double Least, double Most)
{
    /// <summary>Of the given runs; all NaN of none.</summary>
    public static Spread Of(IReadOnlyCollection<double> runs) => runs.Count == 0
        ? new(double.NaN, double.NaN, double.NaN, double.NaN)
        : new(runs.Mean(), runs.Count > 1 ? runs.StandardDeviation() : 0, runs.Min(), runs.Max());
}
