using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>The schemas and channels of a file, by id.</summary>
internal sealed class Definitions
{
    /// <summary>Schemas, by id.</summary>
    public Dictionary<ushort, McapSchema> Schemas { get; } = [];

    /// <summary>Channels, by id.</summary>
    public Dictionary<ushort, McapChannel> Channels { get; } = [];

    /// <summary>Whether the schema of every channel is known.</summary>
    public bool AreComplete
    {
        get
        {
            foreach (McapChannel channel in Channels.Values)
                if (channel.SchemaId != 0 && !Schemas.ContainsKey(channel.SchemaId)) return false;
            return true;
        }
    }

    /// <summary>Takes a schema or channel record; it may stand in a file more than once.</summary>
    /// <exception cref="InvalidInputException">It is malformed, or its id already means another.</exception>
    public void Add(Opcode opcode, RecordReader reader, RecordPlace place)
    {
        if (opcode == Opcode.Schema) Add(McapSchema.Read(ref reader), place);
        else Add(McapChannel.Read(ref reader), place);
    }

    /// <summary>The channel of a message.</summary>
    /// <exception cref="InvalidInputException">The file does not say.</exception>
    public McapChannel Channel(ushort id, RecordPlace place) =>
        Channels.TryGetValue(id, out McapChannel? channel) ? channel : throw place.Invalid($"channel {id}", "was not defined before");

    private void Add(McapSchema schema, RecordPlace place)
    {
        if (schema.Id == 0) return;   // as the format demands
        if (!Schemas.TryAdd(schema.Id, schema) && !Schemas[schema.Id].SameAs(schema)) throw place.Invalid($"schema {schema.Id}", "means two things");
    }

    private void Add(McapChannel channel, RecordPlace place)
    {
        if (!Channels.TryAdd(channel.Id, channel) && !Channels[channel.Id].SameAs(channel)) throw place.Invalid($"channel {channel.Id}", "means two things");
    }
}
