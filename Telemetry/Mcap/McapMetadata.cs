namespace Locomotion.Telemetry.Mcap;

/// <summary>A named set of texts about the recording.</summary>
/// <param name="Name">Of the set.</param>
/// <param name="Pairs">The texts.</param>
public sealed record McapMetadata(string Name, IReadOnlyDictionary<string, string> Pairs)
{
    internal static McapMetadata Read(ReadOnlySpan<byte> content, RecordPlace place)
    {
        RecordReader reader = new(content, place);
        return new McapMetadata(reader.Text(), reader.Pairs());
    }

    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.Metadata);
        writer.Text(Name);
        writer.Pairs(Pairs);
        writer.End(start);
    }
}
