namespace Locomotion.Telemetry.Mcap;

/// <summary>Where a metadata record is.</summary>
/// <param name="Name">Of the set of texts.</param>
/// <param name="Offset">Of its record from the start of the file, bytes.</param>
/// <param name="Length">Of its record, bytes.</param>
public sealed record McapMetadataIndex(string Name, long Offset, long Length)
{
    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.MetadataIndex);
        writer.U64((ulong)Offset);
        writer.U64((ulong)Length);
        writer.Text(Name);
        writer.End(start);
    }

    internal static McapMetadataIndex Read(ref RecordReader reader)
    {
        long offset = reader.Position(), length = reader.Position();
        return new McapMetadataIndex(reader.Text(), offset, length);
    }
}
