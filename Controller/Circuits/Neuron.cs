namespace Locomotion.Controller.Circuits;

/// <summary>A neuron or a command of a design, by its number.</summary>
public readonly record struct Neuron(int Index);
