using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Files;

/// <summary>From the bytes of a JSON file, comments and trailing commas allowed, to its document; and how such files are written.</summary>
public static class JsonText
{
    /// <summary>Longest text, bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Deepest nesting.</summary>
    public const int Depth = 16;

    /// <summary>How files are written.</summary>
    public static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,      // a file, not a web page: write µ as µ
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = Depth,
    };

    /// <summary>The bytes of <paramref name="json"/>.</summary>
    /// <exception cref="InvalidInputException">It holds half a character.</exception>
    public static byte[] Bytes(string json, string source)
    {
        try
        {
            return Strict.GetBytes(json);
        }
        catch (EncoderFallbackException fault)
        {
            throw new InvalidInputException(source, $"character {fault.Index + 1}", "is half a character", "remove it");
        }
    }

    /// <summary>The document in <paramref name="bytes"/>.</summary>
    /// <exception cref="InvalidInputException">They are too many, none, not UTF-8, or not JSON.</exception>
    public static JsonDocument Document(ReadOnlyMemory<byte> bytes, string source)
    {
        if (bytes.Length > MostBytes)
            throw new InvalidInputException(source, "its text", $"is longer than {MostBytes} bytes", "a few thousand are usual: is it another file?");
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw new InvalidInputException(source, "its text", "is empty", "write { ... }");
        try
        {
            Strict.GetCharCount(bytes.Span);
            return JsonDocument.Parse(bytes, Options);
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidInputException(source, $"byte {fault.Index + 1}", "is not UTF-8", "save the file as UTF-8 text");
        }
        catch (JsonException fault)
        {
            throw Malformed(fault, bytes.Span, source);
        }
    }

    private static InvalidInputException Malformed(JsonException fault, ReadOnlySpan<byte> bytes, string source)
    {
        int line = (int)(fault.LineNumber ?? 0), inLine = (int)(fault.BytePositionInLine ?? 0);
        int start = 0;
        for (int k = 0; k < line; k++) start += bytes[start..].IndexOf((byte)'\n') + 1;
        int at = Math.Min(start + inLine, bytes.Length);
        int column = Encoding.UTF8.GetCharCount(bytes[start..at]) + 1;
        string found = at == bytes.Length ? "the end of the text"
            : bytes[at] is (byte)'\n' or (byte)'\r' ? "the end of the line"
            : $"'{Encoding.UTF8.GetString(bytes[at..])[0]}'";
        return new InvalidInputException($"{source}, line {line + 1}, column {column}", found, "is not JSON", Expected(fault.Message));
    }

    /// <summary>What the parser waited for, in our words where its own do not say.</summary>
    private static string Expected(string message)
    {
        if (message.Contains("maximum configured depth", StringComparison.Ordinal))
            return $"at most {Depth} levels of {{ and [ are expected";
        if (message.Contains("invalid start of a value", StringComparison.Ordinal))
            return "a value is expected: {, [, a text in double quotes, a number, true or false";
        if (message.Contains("invalid start of a property name", StringComparison.Ordinal))
            return "a key in double quotes is expected";
        if (message.Contains("depth to be zero", StringComparison.Ordinal))
            return "} or ] is expected, to close what is open";
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.');
    }
}
