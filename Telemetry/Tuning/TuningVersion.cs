using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>A set of parameters that was or is active.</summary>
/// <param name="Number">From 1; a later request has a larger one.</param>
/// <param name="Set">All values.</param>
/// <param name="Hash">XXH3 over names and values.</param>
/// <param name="Parent">The version that <see cref="RevertRequest"/> goes back to; 0: there is none.</param>
/// <param name="Author">The client; or who else, in <see cref="TuningAuthor"/>.</param>
/// <param name="Tick">The first tick under it, or under the first step of its ramp.</param>
/// <param name="Changed">Names of the parameters in which it differs from the version before.</param>
public sealed record TuningVersion(long Number, ControllerParameters Set, ulong Hash, long Parent, string Author, long Tick, IReadOnlyList<string> Changed)
{
    /// <summary>The tick with which it is taken back unless it is confirmed; null if it stays, or while its ramp runs.</summary>
    public long? ConfirmUntil { get; init; }
}

/// <summary>Authors that are no clients.</summary>
public static class TuningAuthor
{
    /// <summary>The set of the run's begin.</summary>
    public const string Start = "start";

    /// <summary>Whoever else tunes the controller: a scenario, say.</summary>
    public const string Scenario = "scenario";

    /// <summary>Nobody confirmed in time.</summary>
    public const string Timeout = "timeout";
}
