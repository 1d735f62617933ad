namespace Locomotion.Telemetry.Tuning;

/// <summary>The right to change parameters, which one client at a time has for a while.</summary>
public sealed class TuningLease(TimeProvider clock)
{
    /// <summary>The longest that it lasts unless it is renewed, s.</summary>
    public const double LongestSeconds = 60;

    private string? client;
    private long taken;
    private TimeSpan lasts;
    private DateTimeOffset until;   // by the clock on the wall, as it was when the lease was taken

    /// <summary>Who holds it; null: nobody.</summary>
    public string? Holder => client is not null && clock.GetElapsedTime(taken) < lasts ? client : null;

    /// <summary>When it ends; null if nobody holds it.</summary>
    public DateTimeOffset? Until => Holder is null ? null : until;

    /// <summary>Takes or renews it; false if another client holds it.</summary>
    internal bool TryTake(string asking, double seconds)
    {
        if (Holder is { } holder && holder != asking) return false;
        (client, taken, lasts) = (asking, clock.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        until = clock.GetUtcNow() + lasts;
        return true;
    }

    /// <summary>Gives it back; false if it was not the client's.</summary>
    internal bool TryRelease(string asking)
    {
        if (Holder != asking) return false;
        client = null;
        return true;
    }
}
