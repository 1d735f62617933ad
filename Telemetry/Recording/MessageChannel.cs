using Google.Protobuf;
using Google.Protobuf.Reflection;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Telemetry.Recording;

/// <summary>One channel of Protobuf messages in an MCAP file.</summary>
internal sealed class MessageChannel
{
    private readonly McapWriter mcap;
    private readonly ushort id;
    private byte[] buffer = new byte[256];
    private uint sequence;

    public MessageChannel(McapWriter mcap, string topic, MessageDescriptor message, IReadOnlyDictionary<string, string>? metadata = null)
    {
        this.mcap = mcap;
        FileDescriptorSet files = new();
        files.File.Add(FileDescriptorProto.Parser.ParseFrom(message.File.SerializedData));
        ushort schema = mcap.AddSchema(message.FullName, "protobuf", files.ToByteArray());
        id = mcap.AddChannel(schema, topic, "protobuf", metadata);
    }

    /// <summary>Adds a message, logged at <paramref name="time"/>, ns.</summary>
    public void Write(IMessage message, ulong time)
    {
        int size = message.CalculateSize();
        if (buffer.Length < size) buffer = new byte[2 * size];
        message.WriteTo(buffer.AsSpan(0, size));
        mcap.Write(id, sequence++, time, time, buffer.AsSpan(0, size));
    }
}
