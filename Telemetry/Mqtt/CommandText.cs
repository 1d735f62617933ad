using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Commands as they come from the network, read strictly.</summary>
internal static class CommandText
{
    /// <summary>The longest that a command may be, bytes.</summary>
    public const int LongestPayload = 64 * 1024;

    /// <summary>The longest id of a command.</summary>
    public const int LongestId = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>One JSON object in valid UTF-8, every text in it valid too; null if it is anything else.</summary>
    public static JsonDocument? Parse(ReadOnlySequence<byte> payload)
    {
        ReadOnlyMemory<byte> bytes = payload.IsSingleSegment ? payload.First : payload.ToArray();
        if (!Utf8.IsValid(bytes.Span)) return null;
        try
        {
            JsonDocument document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && HasWholeTexts(document.RootElement)) return document;
            document.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)      // the latter: half a surrogate pair, escaped, in a name
        {
            return null;
        }
    }

    /// <summary>The text <paramref name="name"/>; null if it is missing or no text.</summary>
    public static string? Text(this JsonElement command, string name) =>
        command.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The finite number <paramref name="name"/>; NaN if it is missing or no such number.</summary>
    public static double Number(this JsonElement command, string name) =>
        command.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : double.NaN;

    /// <summary>The whole number <paramref name="name"/>, as far as JSON's numbers are exact; null if it is missing or no such number.</summary>
    public static long? Whole(this JsonElement command, string name)
    {
        const double exact = 9007199254740991;      // 2⁵³ − 1
        double number = command.Number(name);
        return Math.Abs(number) <= exact && number == Math.Floor(number) ? (long)number : null;
    }

    /// <summary>The first member that is none of <paramref name="known"/>, as it may be quoted; null if there is none.</summary>
    public static string? Stranger(this JsonElement command, ReadOnlySpan<string> known)
    {
        foreach (JsonProperty member in command.EnumerateObject())
        {
            if (!known.Contains(member.Name)) return RefusedValues.Shown(member.Name);
        }
        return null;
    }

    /// <summary>False if any text in it is half a surrogate pair.</summary>
    private static bool HasWholeTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return IsWhole(element);
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (!HasWholeTexts(item)) return false;
                }
                return true;
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;        // throws like GetString
                    if (!HasWholeTexts(member.Value)) return false;
                }
                return true;
            default:
                return true;
        }
    }

    private static bool IsWhole(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
