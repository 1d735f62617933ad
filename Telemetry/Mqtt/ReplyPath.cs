namespace Locomotion.Telemetry.Mqtt;

/// <summary>Where a client wants the answers to a command too, as MQTT 5 has it; by default nowhere else.</summary>
/// <param name="Topic">The response topic; null if there is none.</param>
/// <param name="Correlation">What is to come with each answer; null if nothing is.</param>
public readonly record struct ReplyPath(string? Topic, byte[]? Correlation);

/// <summary>Where answers go.</summary>
public interface IReplySink
{
    /// <summary>Answers a command, on the client's topic of replies if it is known, and on the response topic if it gave one. With QoS 1; never waits.</summary>
    /// <param name="path">Where the client wants it too.</param>
    /// <param name="topic">The client's topic of replies, below the animal's tree; null if it is not known.</param>
    /// <param name="payload">Belongs to the sink from now on.</param>
    void Reply(in ReplyPath path, string? topic, byte[] payload);
}
