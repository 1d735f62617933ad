namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Remembers every chunk written, for the summary, in some forty bytes and two or three for each channel in it: an hour of twenty
/// chunks a second and ten channels is 4 MB, held in up to twice as much.
/// </summary>
internal sealed class ChunkLog(string compression)
{
    private readonly List<Entry> entries = [];
    private readonly RecordWriter counts = new();   // packed: for each chunk and channel in it, the channel and its messages

    /// <summary>Chunks.</summary>
    public int Count => entries.Count;

    /// <summary>Remembers the chunk just written.</summary>
    public void Add(ChunkWriter chunk, long offset, int length, int compressedSize)
    {
        entries.Add(new Entry(offset, chunk.StartTime, chunk.EndTime, length, compressedSize, chunk.Records.Length, chunk.Channels.Count));
        for (int k = 0; k < chunk.Channels.Count; k++)
        {
            counts.Packed(chunk.Channels[k]);
            counts.Packed((uint)chunk.Count(chunk.Channels[k]));
        }
    }

    /// <summary>Writes the chunk indexes, a block at a time, through <paramref name="buffer"/>.</summary>
    public void Write(RecordWriter buffer, McapOutput output)
    {
        PackedReader rest = new(counts.Written);
        foreach (Entry chunk in entries)
        {
            Write(chunk, ref rest, buffer);
            if (buffer.Length > 64 << 10) output.Write(buffer);
        }
    }

    private void Write(in Entry chunk, ref PackedReader counts, RecordWriter buffer)
    {
        int start = buffer.Begin(Opcode.ChunkIndex);
        buffer.U64(chunk.StartTime);
        buffer.U64(chunk.EndTime);
        buffer.U64((ulong)chunk.Offset);
        buffer.U64((ulong)chunk.Length);
        buffer.U32((uint)(10 * chunk.Channels));
        long indexes = chunk.Offset + chunk.Length, next = indexes;
        for (int k = 0; k < chunk.Channels; k++)
        {
            buffer.U16((ushort)counts.Next());
            buffer.U64((ulong)next);
            next += Limits.RecordPrefix + 2 + 4 + 16L * counts.Next();
        }
        buffer.U64((ulong)(next - indexes));
        buffer.Text(compression);
        buffer.U64((ulong)chunk.CompressedSize);
        buffer.U64((ulong)chunk.Size);
        buffer.End(start);
    }

    private readonly record struct Entry(
        long Offset, ulong StartTime, ulong EndTime, int Length, int CompressedSize, int Size, int Channels);
}
