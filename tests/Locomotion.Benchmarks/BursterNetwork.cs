using Locomotion.Controller.Circuits;
using Locomotion.Controller.Neurons;

namespace Locomotion.Benchmarks;

/// <summary>
/// Bursters with a number of random synapses each, the same here and in Peer/brian2_bursters.py: sources, weights and first states
/// come from a hash.
/// </summary>
public sealed class BursterNetwork
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private static readonly BursterParameters Burster = new()
    {
        AdaptationTime = 1.5, ActiveTime = 0.25, QuietTime = 0.75,
        ActiveScalePositive = 1, ActiveScaleNegative = 0.5, QuietScalePositive = 1, QuietScaleNegative = 1.3,
        ActiveAdaptationPositive = 1, ActiveAdaptationNegative = 1.1, QuietAdaptationPositive = 1.1, QuietAdaptationNegative = 0.5,
        QuietDelay = 0.25, QuietMargin = 0.01, Bias = 0.1,
    };

    private readonly Circuit circuit;

    /// <summary>A network in its first state.</summary>
    public BursterNetwork(int neurons, int synapses = 10, double noise = 0)
    {
        CircuitDesign design = new();
        Group group = design.Bursters("bursters", Burster with { Noise = noise }, count: neurons);
        for (int target = 0; target < neurons; target++)
        {
            for (int k = 0; k < synapses; k++)
            {
                ulong z = Mixed((ulong)((long)target * synapses + k + 1) * Golden);
                design.Connect(new Neuron((int)(z % (ulong)neurons)), new Neuron(target), ((z >> 40) / (double)(1 << 24) - 0.5) * 0.1);
            }
        }
        circuit = design.Compile(1e-3, seed: 0);
        Population = (BursterPopulation)circuit.Of(group);
        BurstBounds zero = Population.Coefficients.Zero;
        for (int j = 0; j < neurons; j++)
        {
            ulong u = Mixed((ulong)(j + 1) * Golden + 0x1234567);
            Population.Adaptation[j] = zero.Active + (zero.Quiet - zero.Active) * ((u >> 11) / (double)(1UL << 53));
            Population.Voltage[j] = (u & 1) == 1 ? 1 : -1;
        }
    }

    /// <summary>Its neurons.</summary>
    public BursterPopulation Population { get; }

    /// <summary>Their rates.</summary>
    public ReadOnlySpan<double> Rates => circuit.Rates;

    /// <summary>Advances it.</summary>
    public void Step(int steps)
    {
        for (int k = 0; k < steps; k++) circuit.Step();
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
