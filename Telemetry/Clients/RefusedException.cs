namespace Locomotion.Telemetry.Clients;

/// <summary>An animal does not do what it was asked for. Its reply says why.</summary>
public sealed class RefusedException(AnimalReply reply) : Exception(reply.Message)
{
    /// <summary>What it answered.</summary>
    public AnimalReply Reply { get; } = reply;
}
