using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>A rate that falls with adaptation itself: what the published circuits use.</summary>
/// <remarks>y = low (1 − a) + high a. Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public sealed record AdaptingShape : FiringShape
{
    /// <summary>Rate at a = 0.</summary>
    [Parameter(0, 1, "1", "Rate at adaptation 0.")]
    public double Low { get; init => field = Checked(value); } = 0.5;

    /// <summary>Rate at a = 1.</summary>
    [Parameter(0, 1, "1", "Rate at adaptation 1.")]
    public double High { get; init => field = Checked(value); } = 1;

    /// <inheritdoc/>
    public override double Active(double a, double x, BursterCoefficients p) => Low * (1 - a) + High * a;
}
