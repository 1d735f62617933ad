using System.Text.Json;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>The answer to a command.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Message">For people.</param>
public sealed record CommandReply(string Code, string Message)
{
    /// <summary>Version of the active parameters; null where none is concerned.</summary>
    public long? Version { get; init; }

    /// <summary>Fields, or lesions, that were refused, and why.</summary>
    public IReadOnlyList<FieldRefusal> Refusals { get; init; } = [];

    /// <summary>More members of the reply, such as a list of versions.</summary>
    public Action<Utf8JsonWriter>? More { get; init; }

    /// <summary>Whether the command is done or will be.</summary>
    public bool Ok => Code is RefusalCode.Ok or RefusalCode.Accepted;

    /// <summary>The payload.</summary>
    /// <param name="family">What the command was about: params, safety or lesion.</param>
    /// <param name="id">Of the command; null if it told none.</param>
    /// <param name="op">Of the command; null if it told none.</param>
    /// <param name="tick">Last tick done when it was answered.</param>
    internal byte[] ToJson(string family, string? id, string? op, long tick) => JsonPayload.Write(writer =>
    {
        writer.WriteString("id", id);
        if (family != "lesion") writer.WriteString("op", op);
        writer.WriteBoolean("ok", Ok);
        writer.WriteString("code", Code);
        writer.WriteString("message", Message);
        writer.WriteNumber("tick", tick);
        if (family == "safety") return;
        if (Version is { } version) writer.WriteNumber("version", version);
        else if (family == "params") writer.WriteNull("version");
        writer.WriteStartArray("refusals");
        foreach (FieldRefusal refusal in Refusals)
        {
            writer.WriteStartObject();
            writer.WriteString("name", refusal.Name);
            writer.WriteString("code", refusal.Code);
            writer.WriteString("message", refusal.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        More?.Invoke(writer);
    });
}

/// <summary>A value, or a lesion, that was refused.</summary>
/// <param name="Name">Which parameter, or the lesion's text.</param>
/// <param name="Code">Why, in short: docs/mqtt.md.</param>
/// <param name="Message">For people.</param>
public sealed record FieldRefusal(string Name, string Code, string Message);
