namespace Locomotion.Telemetry.Mcap;

/// <summary>What a file holds.</summary>
/// <param name="MessageCount">Messages.</param>
/// <param name="SchemaCount">Schemas.</param>
/// <param name="ChannelCount">Channels.</param>
/// <param name="AttachmentCount">Attachments.</param>
/// <param name="MetadataCount">Metadata records.</param>
/// <param name="ChunkCount">Chunks.</param>
/// <param name="StartTime">Earliest log time of a message, ns; 0 if there is none.</param>
/// <param name="EndTime">Latest log time of a message, ns; 0 if there is none.</param>
/// <param name="ChannelMessageCounts">Messages of each channel that has any, by channel id.</param>
public sealed record McapStatistics(
    ulong MessageCount, ushort SchemaCount, uint ChannelCount, uint AttachmentCount, uint MetadataCount, uint ChunkCount,
    ulong StartTime, ulong EndTime, IReadOnlyDictionary<ushort, ulong> ChannelMessageCounts)
{
    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.Statistics);
        writer.U64(MessageCount);
        writer.U16(SchemaCount);
        writer.U32(ChannelCount);
        writer.U32(AttachmentCount);
        writer.U32(MetadataCount);
        writer.U32(ChunkCount);
        writer.U64(StartTime);
        writer.U64(EndTime);
        writer.U32((uint)(10 * ChannelMessageCounts.Count));
        foreach ((ushort channel, ulong count) in ChannelMessageCounts)
        {
            writer.U16(channel);
            writer.U64(count);
        }
        writer.End(start);
    }

    internal static McapStatistics Read(ref RecordReader reader)
    {
        McapStatistics totals = new(reader.U64(), reader.U16(), reader.U32(), reader.U32(), reader.U32(), reader.U32(), reader.U64(), reader.U64(),
            new Dictionary<ushort, ulong>());
        Dictionary<ushort, ulong> counts = [];
        RecordReader group = reader.Group();
        while (group.Remaining > 0) counts[group.U16()] = group.U64();
        return totals with { ChannelMessageCounts = counts };
    }

    internal bool SameAs(McapStatistics other)
    {
        if (this with { ChannelMessageCounts = other.ChannelMessageCounts } != other) return false;
        if (ChannelMessageCounts.Count == 0 || other.ChannelMessageCounts.Count == 0) return true;   // a writer may leave them out
        foreach ((ushort channel, ulong count) in ChannelMessageCounts)
            if (other.ChannelMessageCounts.GetValueOrDefault(channel) != count) return false;
        return true;
    }
}
