namespace Locomotion.Telemetry.Mcap;

/// <summary>What stands before the data of a message record.</summary>
internal readonly record struct MessageHeader(ushort Channel, uint Sequence, ulong LogTime, ulong PublishTime)
{
    /// <summary>Bytes.</summary>
    public const int Size = 2 + 4 + 8 + 8;

    public void Write(RecordWriter writer, ReadOnlySpan<byte> data)
    {
        int start = writer.Begin(Opcode.Message);
        writer.U16(Channel);
        writer.U32(Sequence);
        writer.U64(LogTime);
        writer.U64(PublishTime);
        writer.Bytes(data);
        writer.End(start);
    }

    public static MessageHeader Read(ref RecordReader reader) => new(reader.U16(), reader.U32(), reader.U64(), reader.U64());
}
