namespace Locomotion.Controller.Loop;

/// <summary>The plant cannot go on: a number that is none, a lost bus. The loop leaves the plant at rest; the message says what happened.</summary>
public sealed class PlantFaultException(string message) : Exception(message);
