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
    public override double Active(double a, double x, BursterCoefficients p) => End + (Start - End) * p.BoundsAt(x).Share(a);

    /// <inheritdoc/>
    internal override void Fire(BursterPopulation population, int first, ReadOnlySpan<double> x, Span<double> rate)
    {
        bool flat = Start == End;
        for (int k = 0; k < rate.Length; k++)
        {
            if (!population.IsActive(population.Voltage[first + k])) rate[k] = 0;
            else rate[k] = flat ? End : Active(population.Adaptation[first + k], x[k], population.Coefficients);
        }
    }
}
