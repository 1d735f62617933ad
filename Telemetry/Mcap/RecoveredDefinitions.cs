using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>The schemas and channels found in a damaged file, and their ids in the new one.</summary>
/// <param name="writer">Of the new file.</param>
/// <param name="fromSummary">Those of the summary, for what is not found before it is needed; null if there is none.</param>
internal sealed class RecoveredDefinitions(McapWriter writer, Definitions? fromSummary)
{
    private readonly Definitions found = new();
    private readonly Dictionary<ushort, ushort> schemaIds = [], channelIds = [];   // old to new

    /// <summary>Keeps a schema or channel record.</summary>
    /// <exception cref="InvalidInputException">It is malformed, or contradicts one before, or is too long to be written.</exception>
    public void Add(Opcode opcode, RecordReader reader, RecordPlace place)
    {
        if (opcode is not (Opcode.Schema or Opcode.Channel)) return;
        if (reader.Remaining + Limits.RecordPrefix > Limits.Definition)
            throw place.Invalid($"a definition of {reader.Remaining} bytes", $"exceeds {Limits.Definition}");
        RecordReader copy = reader;
        ushort id = copy.U16();
        found.Add(opcode, reader, place);
        if (opcode == Opcode.Schema && found.Schemas.TryGetValue(id, out McapSchema? schema)) Keep(schema);
        else if (opcode == Opcode.Channel) Keep(found.Channels[id], place);
    }

    /// <summary>The new id of a message's channel.</summary>
    /// <exception cref="InvalidInputException">Nothing sound in the file defines it.</exception>
    public ushort ChannelOf(ushort id, RecordPlace place)
    {
        if (channelIds.TryGetValue(id, out ushort known)) return known;
        McapChannel channel = fromSummary?.Channels.GetValueOrDefault(id) ?? found.Channel(id, place);
        return Keep(channel, place);
    }

    /// <summary>Refuses a malformed record of a chunk.</summary>
    public static void Check(Opcode opcode, RecordReader reader)
    {
        if (opcode == Opcode.Schema) McapSchema.Read(ref reader);
        else if (opcode == Opcode.Channel) McapChannel.Read(ref reader);
        else if (opcode == Opcode.Message) MessageHeader.Read(ref reader);
    }

    private ushort Keep(McapSchema schema)
    {
        if (!schemaIds.TryGetValue(schema.Id, out ushort id)) schemaIds.Add(schema.Id, id = writer.AddSchema(schema.Name, schema.Encoding, schema.Data.Span));
        return id;
    }

    private ushort Keep(McapChannel channel, RecordPlace place)
    {
        if (channelIds.TryGetValue(channel.Id, out ushort id)) return id;
        if (channelIds.Count == ushort.MaxValue) throw place.Invalid($"channel {channel.Id}", "is one too many");
        ushort schemaId = channel.SchemaId == 0 ? (ushort)0 : SchemaOf(channel, place);
        channelIds.Add(channel.Id, id = writer.AddChannel(schemaId, channel.Topic, channel.MessageEncoding, channel.Metadata));
        return id;
    }

    private ushort SchemaOf(McapChannel channel, RecordPlace place)
    {
        if (schemaIds.TryGetValue(channel.SchemaId, out ushort known)) return known;
        McapSchema schema = fromSummary?.Schemas.GetValueOrDefault(channel.SchemaId)
            ?? throw place.Invalid($"schema {channel.SchemaId} of channel {channel.Id}", "was not defined before");
        return Keep(schema);
    }
}
