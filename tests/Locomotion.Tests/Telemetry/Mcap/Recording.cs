using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>What is written into a file, and the text it must read back as.</summary>
internal sealed record Recording(McapWriterOptions Options, Recording.Schema[] Schemas, Recording.Channel[] Channels, Recording.Event[] Events)
{
    internal sealed record Schema(string Name, string Encoding, byte[] Data);

    internal sealed record Channel(int Schema, string Topic, string Encoding, Dictionary<string, string> Metadata);

    internal abstract record Event;

    internal sealed record Message(int Channel, uint Sequence, ulong LogTime, ulong PublishTime, byte[] Data) : Event;

    internal sealed record EndChunk : Event;

    internal sealed record Attachment(string Name, string MediaType, ulong LogTime, ulong CreateTime, byte[] Data) : Event;

    internal sealed record Metadata(string Name, Dictionary<string, string> Pairs) : Event;

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[0, 12], Gen.String[Gen.Char["äß€/. "], 0, 6]).Select(WithoutHalves);
    private static readonly Gen<Dictionary<string, string>> Pairs = Gen.Dictionary(Text, Text)[0, 4];
    private static readonly Gen<byte[]> Data = Gen.OneOf(Gen.Byte.Array[0, 80], Gen.Int[0, 3000].Select(n => new byte[n]));

    public static readonly Gen<McapWriterOptions> AnyOptions =
        Gen.Select(Gen.Enum<Compression>(), Gen.Bool, Gen.Int[1024, 5000], Text, (compression, chunked, size, profile) => new McapWriterOptions
        {
            Compression = compression,
            Chunked = chunked,
            MaximumChunkSize = size,
            Profile = profile,
        });

    public static readonly Gen<Recording> Any =
        from options in AnyOptions
        from schemas in Gen.Select(Text, Text, Data, (name, encoding, data) => new Schema(name, encoding, data)).Array[0, 4]
        from channels in Gen.Select(Gen.Int[-1, schemas.Length - 1], Text, Text, Pairs, (schema, topic, encoding, pairs) => new Channel(schema, topic, encoding, pairs)).Array[0, 5]
        from events in AnyEvent(channels.Length).Array[0, 60]
        select new Recording(options, schemas, channels, events);

    /// <summary>The whole file.</summary>
    public byte[] Write()
    {
        MemoryStream stream = new();
        using McapWriter writer = new(stream, Options);
        WriteTo(writer);
        writer.Finish();
        return stream.ToArray();
    }

    public void WriteTo(McapWriter writer)
    {
        foreach (Schema schema in Schemas) writer.AddSchema(schema.Name, schema.Encoding, schema.Data);
        foreach (Channel channel in Channels) writer.AddChannel((ushort)(channel.Schema + 1), channel.Topic, channel.Encoding, channel.Metadata);
        foreach (Event e in Events)
        {
            if (e is Message m) writer.Write((ushort)(m.Channel + 1), m.Sequence, m.LogTime, m.PublishTime, m.Data);
            else if (e is Attachment a) writer.Attach(a.Name, a.MediaType, a.LogTime, a.CreateTime, a.Data);
            else if (e is Metadata d) writer.AddMetadata(d.Name, d.Pairs);
            else writer.EndChunk();
        }
    }

    /// <summary>One line for each thing written.</summary>
    public string AsText() => Joined(
    [
        .. Schemas.Select(s => Line("S", s.Name, s.Encoding, Hash(s.Data))).Order(StringComparer.Ordinal),
        .. Channels.Select(c => Line("C", c.Schema < 0 ? "-" : Schemas[c.Schema].Name, c.Topic, c.Encoding, Map(c.Metadata))).Order(StringComparer.Ordinal),
        .. Events.OfType<Message>().Select(m => Line("M", Channels[m.Channel].Topic, m.Sequence, m.LogTime, m.PublishTime, Hash(m.Data))),
        .. Events.OfType<Attachment>().Select(a => Line("A", a.Name, a.MediaType, a.LogTime, a.CreateTime, Hash(a.Data))),
        .. Events.OfType<Metadata>().Select(d => Line("D", d.Name, Map(d.Pairs))),
    ]);

    /// <summary>One line for each thing read.</summary>
    public static string TextOf(byte[] file)
    {
        McapReader reader = new(new MemoryStream(file));
        return Joined(
        [
            .. reader.Schemas.Values.Select(s => Line("S", s.Name, s.Encoding, Hash(s.Data.Span))).Order(StringComparer.Ordinal),
            .. reader.Channels.Values.Select(c => Line("C", c.SchemaId == 0 ? "-" : reader.Schemas[c.SchemaId].Name, c.Topic, c.MessageEncoding, Map(c.Metadata)))
                .Order(StringComparer.Ordinal),
            .. reader.Messages().Select(TextOf),
            .. reader.Attachments.Select(reader.Read).Select(a => Line("A", a.Name, a.MediaType, a.LogTime, a.CreateTime, Hash(a.Data.Span))),
            .. reader.Metadata.Select(reader.Read).Select(d => Line("D", d.Name, Map(d.Pairs))),
        ]);
    }

    public static string TextOf(McapMessage m) => Line("M", m.Channel.Topic, m.Sequence, m.LogTime, m.PublishTime, Hash(m.Data.Span));

    public static string Line(params object[] fields) => string.Join(" | ", fields);

    public static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    public static string Map(IReadOnlyDictionary<string, string> pairs) =>
        string.Join(", ", pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    public static string Hash(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    // half a surrogate pair is no text: UTF-8 has no bytes for it
    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Gen<Event> AnyEvent(int channels)
    {
        Gen<Event> attachment = Gen.Select(Text, Text, Gen.ULong, Gen.ULong, Data, (name, type, log, create, data) => (Event)new Attachment(name, type, log, create, data));
        Gen<Event> metadata = Gen.Select(Text, Pairs, (name, pairs) => (Event)new Metadata(name, pairs));
        Gen<Event> end = Gen.Const((Event)new EndChunk());
        if (channels == 0) return Gen.Frequency((1, attachment), (1, metadata), (2, end));
        Gen<ulong> time = Gen.OneOf(Gen.ULong, Gen.ULong[0, 100]);
        Gen<Event> message = Gen.Select(Gen.Int[0, channels - 1], Gen.UInt, time, time, Data,
            (channel, sequence, log, publish, data) => (Event)new Message(channel, sequence, log, publish, data));
        return Gen.Frequency((20, message), (1, attachment), (1, metadata), (3, end));
    }
}
