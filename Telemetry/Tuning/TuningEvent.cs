namespace Locomotion.Telemetry.Tuning;

/// <summary>What became of the active set.</summary>
/// <param name="Kind">What.</param>
/// <param name="Tick">The first tick under it.</param>
/// <param name="Version">The version that is active now; of a change that was dropped, the one that never came.</param>
/// <param name="Message">The same for a person.</param>
public sealed record TuningEvent(TuningEventKind Kind, long Tick, TuningVersion? Version, string Message);

/// <summary>What can happen to the active set.</summary>
public enum TuningEventKind
{
    /// <summary>A candidate, or an earlier version rolled back to, is active; if ramped, its first step.</summary>
    Committed,
    /// <summary>The parent is active again: asked for, or since nobody confirmed.</summary>
    Reverted,
    /// <summary>A ramp has arrived.</summary>
    RampDone,
    /// <summary>Somebody else has tuned the controller; the desk takes that set for the active one.</summary>
    Adopted,
    /// <summary>A change that was accepted does not come, or does not arrive.</summary>
    Dropped,
}
