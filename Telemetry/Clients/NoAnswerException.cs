namespace Locomotion.Telemetry.Clients;

/// <summary>A broker or an animal that was spoken to does not answer, or not any more. The message names it and says what to do.</summary>
public sealed class NoAnswerException(string message) : Exception(message);
