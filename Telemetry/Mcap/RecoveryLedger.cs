using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Counts what a recovery keeps and drops.</summary>
internal sealed class RecoveryLedger
{
    private const int IndexHeader = 2 + 4, IndexEntry = 8 + 8;
    private string? damage;
    private long chunksDropped;
    private bool afterDroppedChunk;

    public long MessagesKept { get; set; }

    public long MessagesDropped { get; set; }

    public long ChunksKept { get; set; }

    public long AttachmentsKept { get; set; }

    public long MetadataKept { get; set; }

    public long BytesDropped { get; set; }

    /// <summary>Something is wrong with the file; the first such thing is reported.</summary>
    public void Damaged(string what) => damage ??= what;

    /// <summary>The record is dropped.</summary>
    public void Drop(RecordScanner scanner)
    {
        BytesDropped += scanner.Length;
        if (scanner.Opcode == Opcode.Message) MessagesDropped++;
        if (scanner.Opcode != Opcode.Chunk) return;
        chunksDropped++;
        afterDroppedChunk = true;
    }

    /// <summary>The rest of the file is dropped.</summary>
    public void DropTail(long bytes, bool inChunk)
    {
        BytesDropped += bytes;
        if (inChunk) chunksDropped++;
    }

    /// <summary>A message index; after a chunk that was dropped it tells how many messages went with it.</summary>
    public void CountIndex(RecordScanner scanner)
    {
        if (afterDroppedChunk) MessagesDropped += (scanner.Length - Limits.RecordPrefix - IndexHeader) / IndexEntry;
    }

    /// <summary>The message indexes of the last chunk are over.</summary>
    public void EndOfIndexes() => afterDroppedChunk = false;

    public RecoveryResult Result() => new(damage is null && BytesDropped == 0, MessagesKept, MessagesDropped, ChunksKept, chunksDropped,
        AttachmentsKept, MetadataKept, BytesDropped, damage);
}
