using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>A rate like that of the biophysical neuron: logarithmic, higher with input, and not silent between bursts at strong input.</summary>
/// <remarks>
/// The curve of <see cref="LogarithmicShape"/> with base 20 over the widest range of a, from b_a at input 1 to b_q at input 0; it starts
/// at 0.85 to 0.90 and ends at 0.05 to 0.2 as input goes from 0 to 1. In a pause it rises from 0 to 0.1 from QuietFrom to 1.
/// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</para>
/// </remarks>
public sealed record BiolikeShape : FiringShape
{
    private const double Base = 20, MostQuiet = 0.1;

    /// <summary>Input from which a pause is not silent.</summary>
    [Parameter(0, 0.999, "1", "Input from which the rate in a pause is above 0.",
        Source = "0.8 in the single-unit study, 0.6 in the mouse circuit; Bhattasali, Pinto, Lindsay 2026")]
    public double QuietFrom { get; init => field = Checked(value); } = 0.8;

    /// <inheritdoc/>
    public override double Active(double a, double x, BursterCoefficients p)
    {
        double z = Math.Clamp(x, 0, 1);
        BurstBounds widest = new(p.Positive.Active, p.Zero.Quiet);
        return LogarithmicShape.Curve(widest.Share(a), 0.85 * (1 - z) + 0.90 * z, 0.05 * (1 - z) + 0.2 * z, Base);
    }

    /// <inheritdoc/>
    public override double Quiet(double x) => MostQuiet * Math.Clamp((Math.Clamp(x, 0, 1) - QuietFrom) / (1 - QuietFrom), 0, 1);
}
