using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Sim.Serving;

/// <summary>How a served animal lives.</summary>
public sealed record ServingOptions
{
    /// <summary>Simulated over real time.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>What follows when an operator falls silent.</summary>
    public LadderTimes Ladder { get; init; } = new();

    /// <summary>How its bridge speaks.</summary>
    public BridgeOptions Bridge { get; init; } = new();

    /// <summary>Where it is recorded; null for nowhere.</summary>
    public string? RecordFolder { get; init; }
}
