namespace Locomotion.Hardware.Clocks;

/// <summary>Time that only goes forward, whatever happens to the wall clock. Tests and rehearsals pass a simulated one.</summary>
public interface IClock
{
    /// <summary>Now, ns since some fixed instant.</summary>
    long Nanoseconds { get; }

    /// <summary>Returns at <paramref name="deadline"/> (ns) or later; at once if it has passed.</summary>
    void SleepUntil(long deadline);

    /// <summary>Returns <paramref name="nanoseconds"/> from now, or later.</summary>
    void Wait(long nanoseconds) => SleepUntil(Nanoseconds + nanoseconds);
}
