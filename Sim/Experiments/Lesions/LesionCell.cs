using Locomotion.Controller.Cord;
using Locomotion.Controller.Rhythms;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>A cell of the lesion matrix: one preparation in one condition, over all seeds.</summary>
/// <param name="Preparation">What was taken.</param>
/// <param name="Condition">Where it is and what it is told.</param>
/// <param name="Oscillator">What makes the rhythm.</param>
/// <param name="Gate">How legs are folded.</param>
/// <param name="Gaits">What it did, seed by seed.</param>
/// <param name="Intact">What the intact animal did in the same part, seed by seed.</param>
internal sealed record LesionCell(Preparation Preparation, LesionCondition Condition, Oscillator Oscillator, FoldGate Gate, IReadOnlyList<PartGait> Gaits, IReadOnlyList<PartGait> Intact)
{
    /// <summary>What is expected.</summary>
    public LesionClaim Claim { get; } = LesionClaim.Of(Preparation, Condition, either: Gate == FoldGate.Or);

    /// <summary>Share of seeds that show it.</summary>
    public double Holds => Gaits.Zip(Intact, (gait, intact) => Claim.Holds(gait, intact) ? 1.0 : 0.0).Average();

    /// <summary>Median over seeds of one figure.</summary>
    public double Median(Func<PartGait, double> figure) => Gaits.Select(figure).Median();
}
