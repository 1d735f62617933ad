namespace Locomotion.Telemetry.Recording;

/// <summary>How a recording went.</summary>
/// <param name="LostInputs">Ticks whose inputs were lost.</param>
/// <param name="LostFrames">Viewing frames that were lost.</param>
/// <param name="Failure">Why it stopped early; null if it did not.</param>
public sealed record RecordingResult(long LostInputs, long LostFrames, string? Failure)
{
    /// <summary>Whether the whole run stands in the file.</summary>
    public bool Whole => LostInputs == 0 && Failure is null;
}
