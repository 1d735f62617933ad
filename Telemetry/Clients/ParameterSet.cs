using System.Text.Json;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Telemetry.Clients;

/// <summary>A set of an animal's parameters, as it says it: params/active or params/history.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Json">All that was said.</param>
public sealed record ParameterSet(long Version, string Author, JsonElement Json)
{
    /// <summary>In which session of the animal it holds, or did; null: it tells none.</summary>
    public long? Session => Json.Whole("session");

    /// <summary>The version that a revert goes back to; null: there is none.</summary>
    public long? Parent => Json.Whole("parent");

    /// <summary>Since when it holds, s of the run.</summary>
    public double Time => Json.Number("t");

    /// <summary>When it is taken back unless confirmed, s of the run; null: it stays.</summary>
    public double? ConfirmUntil => Json.Number("confirm_until") is var until && double.IsFinite(until) ? until : null;

    /// <summary>Names and values, as text.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = Json.TryGetProperty("values", out JsonElement values) && values.ValueKind == JsonValueKind.Object
        ? values.EnumerateObject().ToDictionary(value => value.Name, value => TextOf(value.Value), StringComparer.Ordinal)
        : [];

    /// <summary>What a message says; null if it is none.</summary>
    public static ParameterSet? Read(JsonElement? json) => json is { } said && said.Whole("version") is { } version ? new ParameterSet(version, said.Text("author") ?? "", said) : null;

    /// <summary>Names whose values differ from those of <paramref name="other"/>.</summary>
    public IEnumerable<string> Differences(ParameterSet other) => Values.Where(value => other.Values.GetValueOrDefault(value.Key) != value.Value).Select(value => value.Key);

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
