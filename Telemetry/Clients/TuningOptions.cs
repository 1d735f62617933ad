using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Clients;

/// <summary>How new values shall become active.</summary>
public sealed record TuningOptions
{
    /// <summary>When.</summary>
    public CommitTime When { get; init; }

    /// <summary>Leg cycles over which numbers move to their new values; 0: at once.</summary>
    public double RampCycles { get; init; }

    /// <summary>Time of the run after which they are taken back unless confirmed, s; null: never.</summary>
    public double? ConfirmSeconds { get; init; }

    /// <summary>Leg cycles for which they are tried in a copy of the simulation first; 0: not at all.</summary>
    public int TrialCycles { get; init; }
}
