using System.Runtime.Intrinsics;
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

    /// <inheritdoc/>
    internal override void Fire(BursterPopulation population, int first, ReadOnlySpan<double> x, Span<double> rate)
    {
        ReadOnlySpan<double> v = population.Voltage.AsSpan(first, rate.Length), a = population.Adaptation.AsSpan(first, rate.Length);
        bool atZero = population.IsActive(0);
        double low = Low, high = High;
        int i = 0;
        for (; i + Vector256<double>.Count <= rate.Length; i += Vector256<double>.Count)
        {
            Vector256<double> voltage = Vector256.Create(v[i..]), adaptation = Vector256.Create(a[i..]);
            Vector256<double> active = atZero
                ? Vector256.GreaterThanOrEqual(voltage, Vector256<double>.Zero)
                : Vector256.GreaterThan(voltage, Vector256<double>.Zero);
            ((low * (Vector256<double>.One - adaptation) + high * adaptation) & active).CopyTo(rate[i..]);
        }
        for (; i < rate.Length; i++) rate[i] = population.IsActive(v[i]) ? low * (1 - a[i]) + high * a[i] : 0;
    }
}
