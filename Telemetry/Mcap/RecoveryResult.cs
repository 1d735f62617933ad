namespace Locomotion.Telemetry.Mcap;

/// <summary>What <see cref="McapRecovery"/> kept of a file and what it could not.</summary>
/// <param name="WasWhole">Whether the file was sound and complete: nothing was dropped, and every checksum held.</param>
/// <param name="MessagesKept">Messages written to the new file.</param>
/// <param name="MessagesDropped">Messages known to be lost: those of damaged chunks as far as their indexes tell, and those of unknown channels.</param>
/// <param name="ChunksKept">Chunks whose messages were kept.</param>
/// <param name="ChunksDropped">Chunks that were damaged, or began where the file was cut.</param>
/// <param name="AttachmentsKept">Attachments written to the new file.</param>
/// <param name="MetadataKept">Metadata records written to the new file.</param>
/// <param name="BytesDropped">Length of all that was dropped, bytes of the damaged file.</param>
/// <param name="Damage">The first thing that was found wrong; null if nothing was.</param>
public sealed record RecoveryResult(
    bool WasWhole, long MessagesKept, long MessagesDropped, long ChunksKept, long ChunksDropped, long AttachmentsKept, long MetadataKept,
    long BytesDropped, string? Damage)
{
    /// <summary>Whether the new file holds anything.</summary>
    public bool KeptAnything => MessagesKept + AttachmentsKept + MetadataKept > 0;
}
