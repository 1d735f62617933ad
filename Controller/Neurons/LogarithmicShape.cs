using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>A rate that falls slowly at first and steeply at the end of the burst.</summary>
/// <remarks>
/// y = end + (start − end) ln((base − 1) z + 1) / ln base,  z from 1 at the start of the burst to 0 at its end.
/// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</para>
/// </remarks>
public sealed record LogarithmicShape : FiringShape
{
    /// <summary>Rate at the start of a burst.</summary>
    [Parameter(0, 1, "1", "Rate at the start of a burst.")]
    public double Start { get; init => field = Checked(value); } = 1;

    /// <summary>Rate at the end of a burst.</summary>
    [Parameter(0, 1, "1", "Rate at the end of a burst.")]
    public double End { get; init => field = Checked(value); } = 0.2;

    /// <summary>How strongly the fall is bent.</summary>
    [Parameter(1.001, 1e6, "1", "Base of the logarithm: the larger, the later the rate falls.")]
    public double Base { get; init => field = Checked(value); } = 20;

    /// <inheritdoc/>
    public override double Active(double a, double x, BursterCoefficients p) => Curve(p.BoundsAt(x).Share(a), Start, End, Base);

    /// <summary>The curve at <paramref name="z"/>, 1 at the start, 0 at the end.</summary>
    internal static double Curve(double z, double start, double end, double curveBase) =>
        end + (start - end) * (DMath.Log((curveBase - 1) * z + 1) / DMath.Log(curveBase));
}
