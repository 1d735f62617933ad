using Locomotion.Controller.Neurons;

namespace Locomotion.Sim.Neurons;

/// <summary>A run of one neuron: an array for each signal, a sample each millisecond.</summary>
public sealed class UnitTrace(int samples)
{
    /// <summary>v: −1 to 1, or mV for the biophysical neuron.</summary>
    public double[] Voltage { get; } = new double[samples];

    /// <summary>a.</summary>
    public double[] Adaptation { get; } = new double[samples];

    /// <summary>y: firing rate.</summary>
    public double[] Rate { get; } = new double[samples];

    /// <summary>i: the stimulus, without the bias.</summary>
    public double[] Input { get; } = new double[samples];

    internal void Set(int k, Population neuron, double rate, double input)
    {
        Voltage[k] = neuron.Voltage[0];
        Adaptation[k] = neuron.Adaptation[0];
        Rate[k] = rate;
        Input[k] = input;
    }
}
