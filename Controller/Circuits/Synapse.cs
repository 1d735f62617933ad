namespace Locomotion.Controller.Circuits;

/// <summary>From one neuron to another.</summary>
/// <param name="Source">Whose rate is taken.</param>
/// <param name="Target">Whose input it becomes.</param>
/// <param name="Weight">What it is multiplied by: above 0 excites, below 0 inhibits.</param>
/// <param name="DelayMilliseconds">Time from rate to input, ms: a whole number of steps; null is one step, as in the published circuits.</param>
/// <param name="Noise">Deviation of the weight, drawn anew each step.</param>
public readonly record struct Synapse(Neuron Source, Neuron Target, double Weight, double? DelayMilliseconds, double Noise);
