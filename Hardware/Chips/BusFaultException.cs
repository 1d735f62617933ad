namespace Locomotion.Hardware.Chips;

/// <summary>A chip on the bus did not answer, or not as its data sheet says, for longer than the tick's budget allows.</summary>
public sealed class BusFaultException(string message) : Exception(message);
