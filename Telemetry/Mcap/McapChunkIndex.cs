namespace Locomotion.Telemetry.Mcap;

/// <summary>Where a chunk is, and what it holds.</summary>
/// <param name="StartTime">Earliest log time of its messages, ns; 0 if it has none.</param>
/// <param name="EndTime">Latest log time of its messages, ns.</param>
/// <param name="Offset">Of its record from the start of the file, bytes.</param>
/// <param name="Length">Of its record, bytes.</param>
/// <param name="IndexLength">Of the message indexes that follow it, bytes.</param>
/// <param name="Channels">Ids of the channels that have messages in it. Empty where the file does not say.</param>
public readonly record struct McapChunkIndex(
    ulong StartTime, ulong EndTime, long Offset, long Length, long IndexLength, IReadOnlyList<ushort> Channels)
{
    /// <summary>Where the chunk and its message indexes end, bytes from the start of the file.</summary>
    public long End => Offset + Length + IndexLength;

    /// <param name="reader">The record's content.</param>
    /// <param name="previous">Channels of the chunk before, to be shared if they are the same: they nearly always are.</param>
    internal static McapChunkIndex Read(ref RecordReader reader, IReadOnlyList<ushort> previous)
    {
        ulong startTime = reader.U64(), endTime = reader.U64();
        long offset = reader.Position(), length = reader.Position();
        RecordReader group = reader.Group();
        List<ushort> channels = [];
        while (group.Remaining > 0)
        {
            channels.Add(group.U16());
            group.U64();
        }
        long indexLength = reader.Position();
        // compression and sizes follow; the chunk itself says the same
        return new McapChunkIndex(startTime, endTime, offset, length, indexLength, channels.SequenceEqual(previous) ? previous : channels.ToArray());
    }
}
