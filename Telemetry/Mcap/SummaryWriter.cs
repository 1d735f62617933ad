namespace Locomotion.Telemetry.Mcap;

/// <summary>What a writer keeps for the summary, and the summary written from it.</summary>
internal sealed class SummaryWriter(ChunkLog chunks)
{
    private readonly List<(Opcode Group, long Start, long Length)> groups = [];

    /// <summary>Schemas; that of id n stands at n − 1.</summary>
    public List<McapSchema> Schemas { get; } = [];

    /// <summary>Channels; that of id n stands at n − 1.</summary>
    public List<McapChannel> Channels { get; } = [];

    public List<McapAttachmentIndex> Attachments { get; } = [];

    public List<McapMetadataIndex> Metadata { get; } = [];

    /// <summary>Messages of each channel, by id − 1.</summary>
    public List<ulong> MessageCounts { get; } = [];

    public ulong MessageCount { get; private set; }

    public ulong StartTime { get; private set; }

    public ulong EndTime { get; private set; }

    /// <summary>Counts a message.</summary>
    public void Count(in MessageHeader header)
    {
        StartTime = MessageCount == 0 ? header.LogTime : Math.Min(StartTime, header.LogTime);
        EndTime = Math.Max(EndTime, header.LogTime);
        MessageCount++;
        MessageCounts[header.Channel - 1]++;
    }

    /// <summary>Writes the summary, the summary offsets, the footer and the closing magic.</summary>
    public void Write(RecordWriter buffer, McapOutput output)
    {
        output.RestartChecksum();
        long summary = output.Position;
        Group(Opcode.Schema, buffer, output, () => Schemas.ForEach(schema => schema.Write(buffer)));
        Group(Opcode.Channel, buffer, output, () => Channels.ForEach(channel => channel.Write(buffer)));
        Group(Opcode.Statistics, buffer, output, () => Statistics().Write(buffer));
        Group(Opcode.ChunkIndex, buffer, output, () => chunks.Write(buffer, output));
        Group(Opcode.AttachmentIndex, buffer, output, () => Attachments.ForEach(attachment => attachment.Write(buffer)));
        Group(Opcode.MetadataIndex, buffer, output, () => Metadata.ForEach(metadata => metadata.Write(buffer)));
        long offsets = output.Position;
        foreach ((Opcode group, long start, long length) in groups)
        {
            int record = buffer.Begin(Opcode.SummaryOffset);
            buffer.U8((byte)group);
            buffer.U64((ulong)start);
            buffer.U64((ulong)length);
            buffer.End(record);
        }
        WriteFooter(summary, offsets, buffer, output);
    }

    private static void WriteFooter(long summary, long offsets, RecordWriter buffer, McapOutput output)
    {
        // the checksum covers the footer up to itself, and its prefix with the full length
        int footer = buffer.Begin(Opcode.Footer);
        buffer.U64((ulong)summary);
        buffer.U64((ulong)offsets);
        buffer.SetU64(footer + 1, Limits.Footer - Limits.RecordPrefix);
        output.Write(buffer);
        buffer.U32(output.Checksum);
        buffer.Bytes(Magic.Bytes);
        output.Write(buffer);
        output.Flush();
    }

    private void Group(Opcode opcode, RecordWriter buffer, McapOutput output, Action write)
    {
        long start = output.Position;
        write();
        output.Write(buffer);
        if (output.Position > start) groups.Add((opcode, start, output.Position - start));
    }

    private McapStatistics Statistics()
    {
        Dictionary<ushort, ulong> counts = [];
        for (int k = 0; k < MessageCounts.Count; k++)
            if (MessageCounts[k] > 0) counts.Add((ushort)(k + 1), MessageCounts[k]);
        return new McapStatistics(MessageCount, (ushort)Schemas.Count, (uint)Channels.Count, (uint)Attachments.Count, (uint)Metadata.Count,
            (uint)chunks.Count, StartTime, EndTime, counts);
    }
}
