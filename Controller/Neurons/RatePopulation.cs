namespace Locomotion.Controller.Neurons;

/// <summary>Rate neurons with one set of parameters: a low-passed input, clipped.</summary>
/// <remarks>
/// dv/dt = (z − v) / τ,  z = clip(input + bias, −1, 1),  τ = voltage time / 4,  rate = clip(v, 0, 1).
/// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454. Method: backward Euler. Error: first order in dt.</para>
/// </remarks>
public sealed class RatePopulation : Population
{
    private readonly double bias, share;    // share = dt/τ

    /// <summary>Neurons at voltage 0; steps of <paramref name="dt"/> seconds.</summary>
    public RatePopulation(RateParameters parameters, int count, double dt) : base(count)
    {
        bias = parameters.Bias;
        share = dt / (parameters.VoltageTime / 4);
        Adaptation = [];
    }

    /// <inheritdoc/>
    public override void Reset() => Array.Clear(Voltage);

    /// <inheritdoc/>
    public override void Step(int first, Span<double> input, Span<double> output)
    {
        for (int k = 0; k < input.Length; k++)
        {
            ref double v = ref Voltage[first + k];
            double z = Math.Clamp(input[k] += bias, -1, 1);
            v = (v + share * z) / (1 + share);
            output[k] = Math.Clamp(v, 0, 1);
        }
    }
}
