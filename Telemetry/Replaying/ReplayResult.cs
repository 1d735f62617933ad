namespace Locomotion.Telemetry.Replaying;

/// <summary>How a replay went.</summary>
public sealed record ReplayResult
{
    /// <summary>Ticks that agree with the recording to the bit.</summary>
    public required long Ticks { get; init; }

    /// <summary>The same as time of the run, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>The chained digest of the controller after the last tick compared.</summary>
    public required ulong Digest { get; init; }

    /// <summary>Where the replay first differs; null if nowhere.</summary>
    public required Divergence? Divergence { get; init; }

    /// <summary>Whether the recording goes on beyond a gap, across which nothing can be replayed.</summary>
    public required bool Gap { get; init; }

    /// <summary>Whether the recording has its end; one that was killed has not.</summary>
    public required bool Ended { get; init; }

    /// <summary>Whether it was asked to stop.</summary>
    public required bool Stopped { get; init; }

    /// <summary>How long it took, s.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Whether every tick of the run was there and agrees.</summary>
    public bool Agrees => Divergence is null && !Gap && !Stopped;
}

/// <summary>Where a replay first differs from the recording.</summary>
/// <param name="Tick">After this tick.</param>
/// <param name="Seconds">When it began, s.</param>
/// <param name="Fields">What differs, as part.field; fields of the state that agree in this tick are left out.</param>
public sealed record Divergence(long Tick, double Seconds, IReadOnlyList<string> Fields);
