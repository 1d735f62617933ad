using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Neurons;

/// <summary>Between these two values adaptation a falls in a burst and rises in a pause: 0 &lt; Active &lt; Quiet &lt; 1.</summary>
/// <param name="Active">b_a: where a burst ends.</param>
/// <param name="Quiet">b_q: where a pause ends.</param>
public readonly record struct BurstBounds(double Active, double Quiet)
{
    /// <summary>The bounds for which a burst lasts A and a pause Q time constants of adaptation.</summary>
    /// <remarks>
    /// b_q = (1 − e^−Q) / (1 − e^−(A+Q)),  b_a = b_q e^−A: what exponentials between them ask for.
    /// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454, multiplied out so that nothing overflows.</para>
    /// </remarks>
    public static BurstBounds Of(double A, double Q)
    {
        double quiet = (1 - DMath.Exp(-Q)) / (1 - DMath.Exp(-(A + Q)));
        return new(quiet * DMath.Exp(-A), quiet);
    }

    /// <summary>How far a lies from Active (0) to Quiet (1), clipped to that.</summary>
    public double Share(double a) => Math.Clamp((a - Active) / Math.Max(Quiet - Active, 1e-12), 0, 1);
}
