using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Neurons;

/// <summary>Simplified bursting neurons with one set of parameters and one shape.</summary>
public sealed class BursterPopulation : Population
{
    private readonly BursterCoefficients coefficients;
    private readonly FiringShape shape;
    private readonly NoiseStreams noise;
    private readonly BurstCruise cruise;
    private readonly double[] noiseA, noiseV;   // scratch: the factors of this step

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
        cruise = new BurstCruise(coefficients);
        noiseA = new double[count];
        noiseV = scheme == BursterScheme.SingleUnit ? new double[count] : noiseA;
        Array.Fill(noiseA, 1);
        Array.Fill(noiseV, 1);
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
        double bias = coefficients.Parameters.Bias;
        foreach (ref double x in input) x += bias;
        if (coefficients.Scheme == BursterScheme.SingleUnit)
        {
            foreach (ref double x in input) x = Math.Round(x, 10);
        }
        if (noise.Present) Draw();
        for (int first = 0; first < Count; first += BurstCruise.Lanes) StepLanes(first, input);
        shape.Fire(this, input, output);
    }

    private void Draw()
    {
        for (int i = 0; i < Count; i++)
        {
            noiseA[i] = noise.Factor(i);
            if (noiseV != noiseA) noiseV[i] = noise.Factor(i);
        }
    }

    /// <summary>Advances up to four neurons: together as far as they cruise, the others one by one.</summary>
    private void StepLanes(int first, ReadOnlySpan<double> x)
    {
        int lanes = Math.Min(BurstCruise.Lanes, Count - first);
        uint cruised = 0;
        if (lanes == BurstCruise.Lanes)
        {
            Vector256<double> a = Vector256.Create(Adaptation.AsSpan(first));
            cruised = cruise.Step(Vector256.Create(Voltage.AsSpan(first)), ref a, Vector256.Create(x[first..]), Vector256.Create(noiseA.AsSpan(first)))
                .ExtractMostSignificantBits();
            a.CopyTo(Adaptation, first);
            if (cruised == (1 << BurstCruise.Lanes) - 1) return;
        }
        for (int lane = 0; lane < lanes; lane++)
        {
            int i = first + lane;
            if ((cruised >> lane & 1) == 0) Burster.Step(coefficients, ref Voltage[i], ref Adaptation[i], x[i], noiseA[i], noiseV[i]);
        }
    }

    /// <summary>Firing rate in a given state.</summary>
    public double Rate(double v, double a, double x) => IsActive(v) ? shape.Active(a, x, coefficients) : shape.Quiet(x);

    /// <summary>Whether a voltage counts as a burst: at 0 it does in circuits and does not in the single-unit study.</summary>
    internal bool IsActive(double v) => v > 0 || (v == 0 && coefficients.Scheme == BursterScheme.Circuit);

    /// <inheritdoc/>
    public override ulong Digest(ulong seed) => noise.Digest(base.Digest(seed));
}
