using Locomotion.Controller.Rhythms;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>Crossings in one direction, from many states.</summary>
internal sealed record ShoreRow(Oscillator Oscillator, bool Entering, bool Decides, IReadOnlyList<ShoreOutcome> Outcomes)
{
    /// <summary>In a few words.</summary>
    public string Name => $"{Trial.Name(Oscillator)}: {(Entering ? "into the water" : "onto land")}, {(Decides ? "brain decides" : "swimming commanded")}";

    /// <summary>Share that crosses.</summary>
    public double Crossed => Outcomes.Average(outcome => outcome.Crossed ? 1.0 : 0.0);

    /// <summary>Median of a figure halfway.</summary>
    public double Median(Func<ShoreHalfway, double> figure) => Outcomes.Select(outcome => figure(outcome.Halfway)).Median();
}
