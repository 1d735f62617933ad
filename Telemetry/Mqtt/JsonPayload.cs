using System.Buffers;
using System.Text.Json;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Payloads that are seldom: one JSON object, in an array of its own.</summary>
internal static class JsonPayload
{
    /// <summary>The object with what <paramref name="content"/> writes into it.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes);
        writer.WriteStartObject();
        content(writer);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>A number, or null for what is none.</summary>
    public static void WriteFinite(this Utf8JsonWriter writer, string name, double number)
    {
        if (double.IsFinite(number)) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    /// <summary>A number rounded to <paramref name="digits"/> decimals, or null for what is none.</summary>
    public static void WriteRounded(this Utf8JsonWriter writer, string name, double number, int digits) =>
        writer.WriteFinite(name, Math.Round(number, digits));
}
