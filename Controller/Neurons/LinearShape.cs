using System.Runtime.CompilerServices;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>A rate that follows adaptation straight from the burst's start to its end.</summary>
public sealed record LinearShape : FiringShape
{
    /// <summary>Rate at the start of a burst.</summary>
    [Parameter(0, 1, "1", "Rate at the start of a burst.")]
    public double Start { get; init => field = Checked(value); } = 1;

    /// <summary>Rate at the end of a burst.</summary>
    [Parameter(0, 1, "1", "Rate at the end of a burst.")]
    public double End { get; init => field = Checked(value); } = 0.2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override double Active(double a, double x, BursterCoefficients p) => End + (Start - End) * p.BoundsAt(x).Share(a);

    /// <inheritdoc/>
    internal override void Fire(BursterPopulation population, int first, ReadOnlySpan<double> x, Span<double> rate)
    {
        ReadOnlySpan<double> v = population.Voltage.AsSpan(first, rate.Length), a = population.Adaptation.AsSpan(first, rate.Length);
        bool flat = Start == End;
        for (int k = 0; k < rate.Length; k++)
        {
            if (!population.IsActive(v[k])) rate[k] = 0;
            else rate[k] = flat ? End : Active(a[k], x[k], population.Coefficients);
        }
    }
}
