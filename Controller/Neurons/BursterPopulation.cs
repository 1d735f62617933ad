namespace Locomotion.Controller.Neurons;

/// <summary>Simplified bursting neurons with one set of parameters and one shape.</summary>
public sealed class BursterPopulation : Population
{
    private readonly BursterCoefficients coefficients;
    private readonly FiringShape shape;
    private readonly NoiseStreams noise;

    /// <summary>Neurons in their first state: quiet, adaptation at the end of a burst.</summary>
    /// <param name="parameters">What they share.</param>
    /// <param name="shape">Their firing rate.</param>
    /// <param name="count">How many.</param>
    /// <param name="dt">The step, s.</param>
    /// <param name="seed">From this follows their noise.</param>
    /// <param name="firstStream">Number of the first neuron's noise stream.</param>
    /// <param name="scheme">How they are advanced.</param>
    public BursterPopulation(BursterParameters parameters, FiringShape shape, int count, double dt, ulong seed = 0, int firstStream = 0,
        BursterScheme scheme = BursterScheme.Circuit) : base(count)
    {
        coefficients = new BursterCoefficients(parameters, scheme, dt);
        this.shape = shape;
        noise = new NoiseStreams(parameters.Noise, count, seed, firstStream);
        Reset();
    }

    /// <summary>What the neurons share, worked out.</summary>
    public BursterCoefficients Coefficients => coefficients;

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Fill(Voltage, -1);
        Array.Fill(Adaptation, coefficients.Zero.Active);
        noise.Reset();
    }

    /// <inheritdoc/>
    public override void Step(Span<double> input, Span<double> output)
    {
        BursterCoefficients p = coefficients;
        bool single = p.Scheme == BursterScheme.SingleUnit;
        double bias = p.Parameters.Bias;
        for (int i = 0; i < Voltage.Length; i++)
        {
            ref double v = ref Voltage[i], a = ref Adaptation[i];
            double x = input[i] + bias;
            if (single) x = Math.Round(x, 10);
            double noiseA = noise.Present ? noise.Factor(i) : 1, noiseV = noise.Present && single ? noise.Factor(i) : noiseA;
            if (!Burster.Cruise(p, v, ref a, x, noiseA)) Burster.Step(p, ref v, ref a, x, noiseA, noiseV);
            input[i] = x;
            output[i] = Rate(v, a, x);
        }
    }

    /// <summary>Firing rate in a given state.</summary>
    public double Rate(double v, double a, double x) =>
        v > 0 || (v == 0 && coefficients.Scheme == BursterScheme.Circuit) ? shape.Active(a, x, coefficients) : shape.Quiet(x);

    /// <inheritdoc/>
    public override ulong Digest(ulong seed) => noise.Digest(base.Digest(seed));
}
