using System.Runtime.Intrinsics;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Neurons;

/// <summary>Simplified bursting neurons with one set of parameters and one shape.</summary>
public sealed class BursterPopulation : Population
{
    private readonly BursterCoefficients coefficients;
    private readonly FiringShape shape;
    private readonly NoiseStreams noise;
    private readonly BurstLanes lanes;
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
        lanes = new BurstLanes(coefficients);
        noiseA = new double[noise.Present ? count : 0];
        noiseV = scheme == BursterScheme.SingleUnit ? new double[noiseA.Length] : noiseA;
        Reset();
    }

    /// <summary>Puts a neuron into a burst or a pause, adaptation at <paramref name="share"/> of the way from one bound to the other, 0 to 1.</summary>
    internal void Put(int neuron, bool bursts, double share)
    {
        BurstBounds bounds = coefficients.Zero;
        Voltage[neuron] = bursts ? 1 : -1;
        Adaptation[neuron] = bounds.Active + share * (bounds.Quiet - bounds.Active);
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
    public override void Step(int first, Span<double> input, Span<double> output)
    {
        double bias = coefficients.Parameters.Bias;
        foreach (ref double x in input) x += bias;
        if (coefficients.Scheme == BursterScheme.SingleUnit)
        {
            foreach (ref double x in input) x = Math.Round(x, 10);
        }
        if (noise.Present) Draw(first, input.Length);
        for (int k = 0; k < input.Length; k += BurstLanes.Count) StepLanes(first + k, input[k..]);
        shape.Fire(this, first, input, output);
    }

    private void Draw(int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            noiseA[i] = noise.Factor(i);
            if (noiseV != noiseA) noiseV[i] = noise.Factor(i);
        }
    }

    /// <summary>Advances the next four neurons together, or what is left one by one.</summary>
    private void StepLanes(int first, ReadOnlySpan<double> x)
    {
        if (x.Length < BurstLanes.Count)
        {
            for (int k = 0; k < x.Length; k++)
            {
                int i = first + k;
                (double factorA, double factorV) = noise.Present ? (noiseA[i], noiseV[i]) : (1, 1);
                Burster.Step(coefficients, ref Voltage[i], ref Adaptation[i], x[k], factorA, factorV);
            }
            return;
        }
        Vector256<double> v = Vector256.Create(Voltage.AsSpan(first)), a = Vector256.Create(Adaptation.AsSpan(first)), input = Vector256.Create(x);
        Vector256<double> factors = noise.Present ? Vector256.Create(noiseA.AsSpan(first)) : Vector256<double>.One;
        if (!lanes.Cruise(v, ref a, input, factors))
        {
            lanes.Step(ref v, ref a, input, factors, noise.Present ? Vector256.Create(noiseV.AsSpan(first)) : factors);
            v.CopyTo(Voltage, first);
        }
        a.CopyTo(Adaptation, first);
    }

    /// <inheritdoc/>
    internal override void CopyTo(Population other)
    {
        base.CopyTo(other);
        noise.CopyTo(((BursterPopulation)other).noise);
    }

    /// <summary>Firing rate in a given state.</summary>
    public double Rate(double v, double a, double x) => IsActive(v) ? shape.Active(a, x, coefficients) : shape.Quiet(x);

    /// <summary>Whether a voltage counts as a burst: at 0 it does in circuits and does not in the single-unit study.</summary>
    internal bool IsActive(double v) => v > 0 || (v == 0 && coefficients.Scheme == BursterScheme.Circuit);

    /// <inheritdoc/>
    public override void Visit(IStateVisitor visitor)
    {
        base.Visit(visitor);
        noise.Visit(visitor);
    }
}
