namespace Locomotion.Telemetry.Mcap;

/// <summary>How the messages of a channel are to be decoded.</summary>
/// <param name="Id">Number within the file, from 1.</param>
/// <param name="Name">Of the message type: "locomotion.Pose".</param>
/// <param name="Encoding">What <paramref name="Data"/> is: "protobuf" for a FileDescriptorSet, "jsonschema", ...</param>
/// <param name="Data">The schema itself.</param>
public sealed record McapSchema(ushort Id, string Name, string Encoding, ReadOnlyMemory<byte> Data)
{
    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.Schema);
        writer.U16(Id);
        writer.Text(Name);
        writer.Text(Encoding);
        writer.U32((uint)Data.Length);
        writer.Bytes(Data.Span);
        writer.End(start);
    }

    internal static McapSchema Read(ref RecordReader reader) => new(reader.U16(), reader.Text(), reader.Text(), reader.Bytes().ToArray());

    internal bool SameAs(McapSchema other) =>
        (Id, Name, Encoding) == (other.Id, other.Name, other.Encoding) && Data.Span.SequenceEqual(other.Data.Span);
}
