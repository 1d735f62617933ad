namespace Locomotion.Controller.Circuits;

/// <summary>Neurons of one kind, or a command, as declared in a <see cref="CircuitDesign"/>.</summary>
/// <param name="Name">What the design calls it.</param>
/// <param name="First">Number of its first neuron.</param>
/// <param name="Count">How many.</param>
public sealed record Group(string Name, int First, int Count)
{
    /// <summary>One of its neurons, 0 to <see cref="Count"/> − 1.</summary>
    public Neuron this[int k] => k >= 0 && k < Count
        ? new(First + k)
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"'{Name}' has the neurons 0 to {Count - 1}.");

    /// <summary>Whether a neuron is one of them.</summary>
    internal bool Has(Neuron neuron) => neuron.Index >= First && neuron.Index < First + Count;
}
