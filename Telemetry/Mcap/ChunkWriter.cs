namespace Locomotion.Telemetry.Mcap;

/// <summary>The chunk that is being filled: its records, and for each channel when and where its messages are. Used again for each chunk.</summary>
internal sealed class ChunkWriter
{
    private readonly List<RecordWriter?> index = [];   // [channel]: time and offset of each message
    private readonly List<ushort> channels = [];       // those with messages in this chunk, in order of appearance

    /// <summary>Schemas, channels and messages so far.</summary>
    public RecordWriter Records { get; } = new(64 << 10);

    /// <summary>Channels with messages so far.</summary>
    public IReadOnlyList<ushort> Channels => channels;

    /// <summary>Earliest log time, ns.</summary>
    public ulong StartTime { get; private set; }

    /// <summary>Latest log time, ns.</summary>
    public ulong EndTime { get; private set; }

    /// <summary>Messages of a channel in this chunk.</summary>
    public int Count(ushort channel) => index[channel]!.Length / 16;

    public void Add(in MessageHeader header, ReadOnlySpan<byte> data)
    {
        RecordWriter entries = Entries(header.Channel);
        if (entries.Length == 0) channels.Add(header.Channel);
        StartTime = channels.Count == 1 && entries.Length == 0 ? header.LogTime : Math.Min(StartTime, header.LogTime);
        EndTime = Math.Max(EndTime, header.LogTime);
        entries.U64(header.LogTime);
        entries.U64((ulong)Records.Length);
        header.Write(Records, data);
    }

    /// <summary>Appends the message index of a channel.</summary>
    public void WriteIndex(ushort channel, RecordWriter output)
    {
        RecordWriter entries = index[channel]!;
        int start = output.Begin(Opcode.MessageIndex);
        output.U16(channel);
        output.U32((uint)entries.Length);
        output.Bytes(entries.Written);
        output.End(start);
    }

    /// <summary>Empties the chunk for the next one.</summary>
    public void Clear()
    {
        foreach (ushort channel in channels) index[channel]!.Clear();
        channels.Clear();
        Records.Clear();
        (StartTime, EndTime) = (0, 0);
    }

    private RecordWriter Entries(ushort channel)
    {
        while (index.Count <= channel) index.Add(null);
        return index[channel] ??= new RecordWriter(256);
    }
}
