using System.Text.Json;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Telemetry.Clients;

/// <summary>What an animal answered to a command: docs/mqtt.md.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Message">For people.</param>
public sealed record AnimalReply(string Code, string Message)
{
    /// <summary>Whether it is done, or will be.</summary>
    public bool Ok => Code is RefusalCode.Ok or RefusalCode.Accepted;

    /// <summary>Version of the parameters that it is about; 0 where none is.</summary>
    public long Version { get; init; }

    /// <summary>Fields that were refused, and why.</summary>
    public IReadOnlyList<FieldRefusal> Refusals { get; init; } = [];

    /// <summary>All of the reply.</summary>
    public JsonElement Json { get; init; }

    /// <summary>A reply as it came.</summary>
    internal static AnimalReply Read(JsonElement json) => new(json.Text("code") ?? "", json.Text("message") ?? "")
    {
        Version = json.Whole("version") ?? 0,
        Json = json,
        Refusals = json.TryGetProperty("refusals", out JsonElement refusals) && refusals.ValueKind == JsonValueKind.Array
            ? [.. refusals.EnumerateArray().Select(refusal => new FieldRefusal(refusal.Text("name") ?? "", refusal.Text("code") ?? "", refusal.Text("message") ?? ""))]
            : [],
    };
}
