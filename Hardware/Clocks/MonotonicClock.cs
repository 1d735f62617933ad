using System.Diagnostics;
using Locomotion.Hardware.Timing;

namespace Locomotion.Hardware.Clocks;

/// <summary>
/// Linux's CLOCK_MONOTONIC, slept on to an absolute deadline, so that the time between reading the clock and sleeping costs nothing and a step of
/// the wall clock does not matter. Elsewhere the library's stopwatch and sleep, which are good to about a millisecond.
/// </summary>
public sealed class MonotonicClock : IClock
{
    /// <summary>The machine's.</summary>
    public static readonly MonotonicClock Instance = new();

    private const int Interrupted = 4;      // EINTR

    private MonotonicClock()
    {
    }

    /// <inheritdoc/>
    public long Nanoseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux()) return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
            _ = LinuxTime.GetTime(LinuxTime.Monotonic, out TimeSpec now);
            return now.Nanoseconds;
        }
    }

    /// <inheritdoc/>
    public void SleepUntil(long deadline)
    {
        if (!OperatingSystem.IsLinux())
        {
            while (deadline - Nanoseconds is > 0 and long left) Thread.Sleep(TimeSpan.FromTicks(Math.Max(1, left / 100)));
            return;
        }
        TimeSpec until = TimeSpec.Of(deadline);
        // the runtime interrupts threads by signals, a debugger too: the deadline stays the same
        while (LinuxTime.Sleep(LinuxTime.Monotonic, LinuxTime.Absolute, in until, 0) == Interrupted)
        {
        }
    }
}
