using System.Buffers;
using System.Text.Json;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Memory for payloads that come again and again: the same bytes each time, grown only when one needs more.</summary>
internal sealed class PayloadBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> bytes = new(16 * 1024);

    public PayloadBuffer() => Writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Writes into the memory.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Begins a payload; the last one is overwritten.</summary>
    public Utf8JsonWriter Begin()
    {
        bytes.ResetWrittenCount();
        Writer.Reset(bytes);
        Writer.WriteStartObject();
        return Writer;
    }

    /// <summary>Ends it. The bytes are good until the next <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> End()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        return bytes.WrittenMemory;
    }

    public void Dispose() => Writer.Dispose();
}
