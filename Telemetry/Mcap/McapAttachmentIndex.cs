namespace Locomotion.Telemetry.Mcap;

/// <summary>Where an attachment is, and what it is.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="MediaType">What it is: "application/json".</param>
/// <param name="LogTime">When it was recorded, ns.</param>
/// <param name="CreateTime">When it was made, ns; 0 if unknown.</param>
/// <param name="DataSize">Length of its content, bytes.</param>
/// <param name="Offset">Of its record from the start of the file, bytes.</param>
/// <param name="Length">Of its record, bytes.</param>
public sealed record McapAttachmentIndex(
    string Name, string MediaType, ulong LogTime, ulong CreateTime, long DataSize, long Offset, long Length)
{
    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.AttachmentIndex);
        writer.U64((ulong)Offset);
        writer.U64((ulong)Length);
        writer.U64(LogTime);
        writer.U64(CreateTime);
        writer.U64((ulong)DataSize);
        writer.Text(Name);
        writer.Text(MediaType);
        writer.End(start);
    }

    internal static McapAttachmentIndex Read(ref RecordReader reader)
    {
        long offset = reader.Position(), length = reader.Position();
        ulong logTime = reader.U64(), createTime = reader.U64();
        long size = reader.Position();
        return new McapAttachmentIndex(reader.Text(), reader.Text(), logTime, createTime, size, offset, length);
    }
}
