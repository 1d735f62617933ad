using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Sim.Metrics;

namespace Locomotion.Sim.Running;

/// <summary>What <c>run --json</c> prints: the stable account of a run. Timings vary from run to run; all else follows from the scenario.</summary>
public sealed record RunSummary
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Simulated time from its start to the end of the run, s; what ran before a snapshot counts.</summary>
    public required double Seconds { get; init; }

    /// <summary>Controller steps in this time.</summary>
    public required long Steps { get; init; }

    /// <summary>Seed of the first phases.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Kind of oscillator in the cord.</summary>
    public required string Oscillator { get; init; }

    /// <summary>What was taken from the animal, and when.</summary>
    public required IReadOnlyList<string> Lesions { get; init; }

    /// <summary>Which parameters changed while it ran, and when.</summary>
    public required IReadOnlyList<string> Tuning { get; init; }

    /// <summary>Chained hash over every step's state of controller and body, 16 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Simulated over wall-clock time.</summary>
    public required double RealtimeFactor { get; init; }

    /// <summary>Bytes allocated on the loop's thread per step; a snapshot taken in the middle counts.</summary>
    public required double AllocatedBytesPerStep { get; init; }

    /// <summary>Wall-clock time of one tick, controller and plant.</summary>
    public required StepTimes StepUs { get; init; }

    /// <summary>The scenario's phases that ran; from a snapshot on, without those before it, and the one it stands in as far as it was measured.</summary>
    public required IReadOnlyList<PhaseSummary> Phases { get; init; }

    /// <summary>From each phase to the next, of those that began in this run.</summary>
    public required IReadOnlyList<Transition> Transitions { get; init; }

    /// <summary>As JSON, indented, keys in snake case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJson.Default.RunSummary);
}

/// <summary>Median and 99th percentile, µs.</summary>
public sealed record StepTimes(double P50, double P99);

/// <summary>One phase of a scenario: when it ran, and the metrics of its second half.</summary>
public sealed record PhaseSummary : GaitMetrics
{
    /// <summary>A phase in which the animal moved like <paramref name="gait"/>.</summary>
    public PhaseSummary(GaitMetrics gait) : base(gait) { }

    /// <summary>What the scenario calls it.</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    /// <summary>Begin, s.</summary>
    [JsonPropertyOrder(-2)]
    public required double StartS { get; init; }

    /// <summary>End, s.</summary>
    [JsonPropertyOrder(-1)]
    public required double EndS { get; init; }
}

/// <summary>A change of phase: when it was commanded, and when the gait had settled, s; null if it did not.</summary>
public sealed record Transition(string From, string To, double CommandedS, double? SettledS);

[JsonSerializable(typeof(RunSummary))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class RunJson : JsonSerializerContext;
