using Locomotion.Controller.Circuits;

namespace Locomotion.Sim.Neurons;

/// <summary>A run of a circuit: the rates of some of its neurons, sampled before each step, so that sample 0 is the first state.</summary>
public sealed class CircuitTrace
{
    private readonly double[][] rates;      // [neuron][sample]

    private CircuitTrace(IReadOnlyList<string> names, double dt, int samples)
    {
        Names = names;
        Dt = dt;
        rates = [.. names.Select(_ => new double[samples])];
    }

    /// <summary>What was recorded.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>From sample to sample, s.</summary>
    public double Dt { get; }

    /// <summary>How many samples.</summary>
    public int Samples => rates[0].Length;

    /// <summary>The rate of a neuron, a number for each sample.</summary>
    public double[] this[string name] => rates[Names.ToList().IndexOf(name)];

    /// <summary>Runs <paramref name="circuit"/>, recording the neurons of <paramref name="names"/>; <paramref name="before"/> sets commands.</summary>
    public static CircuitTrace Run(
        CircuitDesign design, Circuit circuit, IReadOnlyList<string> names, int samples, Action<Circuit, int>? before = null)
    {
        CircuitTrace trace = new(names, circuit.Dt, samples);
        Neuron[] neurons = [.. names.Select(name => design[name][0])];
        for (int k = 0; k < samples; k++)
        {
            before?.Invoke(circuit, k);
            for (int j = 0; j < neurons.Length; j++) trace.rates[j][k] = circuit.Rates[neurons[j].Index];
            circuit.Step();
        }
        return trace;
    }
}
