namespace Locomotion.Telemetry.Mqtt;

/// <summary>Where a client wants the answers to a command too, as MQTT 5 has it; by default nowhere else.</summary>
/// <param name="Topic">The response topic; null if there is none.</param>
/// <param name="Correlation">What is to come with each answer; null if nothing is.</param>
public readonly record struct ReplyPath(string? Topic, byte[]? Correlation);
