namespace Locomotion.Hardware.Timing;

/// <summary>Time that only goes forward, whatever happens to the wall clock. Tests pass their own.</summary>
public interface IMonotonicClock
{
    /// <summary>Now, ns since some fixed instant.</summary>
    long Nanoseconds { get; }

    /// <summary>Returns at <paramref name="deadline"/> (ns) or later; at once if it has passed.</summary>
    void SleepUntil(long deadline);
}
