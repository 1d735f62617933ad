namespace Locomotion.Telemetry.Recording;

/// <summary>From ticks to the times that stand in a recording.</summary>
/// <param name="Start">When tick 0 began, ns since 1970, UTC.</param>
/// <param name="Period">Time of a tick, s.</param>
internal sealed record RecordingClock(ulong Start, double Period)
{
    /// <summary>Ticks in a second, at least 1.</summary>
    public int TicksPerSecond { get; } = Math.Max(1, (int)Math.Round(1 / Period));

    /// <summary>Time since the start at the end of a tick, s.</summary>
    public double Seconds(long tick) => (tick + 1) * Period;

    /// <summary>The end of a tick, ns since 1970.</summary>
    public ulong At(long tick) => Start + (ulong)Math.Round(Seconds(tick) * 1e9);
}
