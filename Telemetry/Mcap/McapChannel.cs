namespace Locomotion.Telemetry.Mcap;

/// <summary>A stream of messages of one type.</summary>
/// <param name="Id">Number within the file.</param>
/// <param name="SchemaId">Number of its schema within the file; 0 if it has none.</param>
/// <param name="Topic">Its name: "/pose".</param>
/// <param name="MessageEncoding">What its messages are: "protobuf", "json", ...</param>
/// <param name="Metadata">Whatever else is known of it.</param>
public sealed record McapChannel(ushort Id, ushort SchemaId, string Topic, string MessageEncoding, IReadOnlyDictionary<string, string> Metadata)
{
    internal void Write(RecordWriter writer)
    {
        int start = writer.Begin(Opcode.Channel);
        writer.U16(Id);
        writer.U16(SchemaId);
        writer.Text(Topic);
        writer.Text(MessageEncoding);
        writer.Pairs(Metadata);
        writer.End(start);
    }

    internal static McapChannel Read(ref RecordReader reader) => new(reader.U16(), reader.U16(), reader.Text(), reader.Text(), reader.Pairs());

    internal bool SameAs(McapChannel other)
    {
        if ((Id, SchemaId, Topic, MessageEncoding) != (other.Id, other.SchemaId, other.Topic, other.MessageEncoding)) return false;
        if (Metadata.Count != other.Metadata.Count) return false;
        foreach ((string key, string value) in Metadata)
            if (!other.Metadata.TryGetValue(key, out string? theirs) || theirs != value) return false;
        return true;
    }
}
