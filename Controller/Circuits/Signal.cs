namespace Locomotion.Controller.Circuits;

/// <summary>What a probe reads of a neuron.</summary>
public enum Signal
{
    /// <summary>Firing rate, or a command's value.</summary>
    Rate,
    /// <summary>v.</summary>
    Voltage,
    /// <summary>a; 0 for neurons without adaptation.</summary>
    Adaptation,
    /// <summary>x: what arrived in the last step, the bias included.</summary>
    Input,
}

/// <summary>A signal to be watched.</summary>
public readonly record struct Probe(string Name, Neuron Neuron, Signal Signal);
