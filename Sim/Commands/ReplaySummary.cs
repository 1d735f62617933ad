using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Sim.Commands;

/// <summary>What <c>replay --json</c> prints.</summary>
internal sealed record ReplaySummary
{
    public ReplaySummary(ReplayResult result)
    {
        Agrees = result.Agrees;
        Ticks = result.Ticks;
        Seconds = result.Seconds;
        Digest = result.Digest.ToString("x16");
        DiffersAtTick = result.Divergence?.Tick;
        DifferentFields = result.Divergence?.Fields ?? [];
        Gap = result.Gap;
        Ended = result.Ended;
        RealtimeFactor = result.WallSeconds > 0 ? Math.Round(result.Seconds / result.WallSeconds, 1) : 0;
    }

    public bool Agrees { get; }

    public long Ticks { get; }

    public double Seconds { get; }

    public string Digest { get; }

    public long? DiffersAtTick { get; }

    public IReadOnlyList<string> DifferentFields { get; }

    public bool Gap { get; }

    public bool Ended { get; }

    public double RealtimeFactor { get; }

    public string ToJson() => JsonSerializer.Serialize(this, ReplayJson.Default.ReplaySummary);
}

[JsonSerializable(typeof(ReplaySummary))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class ReplayJson : JsonSerializerContext;
