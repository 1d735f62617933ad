using System.Diagnostics;

namespace Locomotion.Hardware.Clocks;

/// <summary>The machine's monotonic clock (CLOCK_MONOTONIC on Linux).</summary>
public sealed class SystemClock : IClock
{
    /// <inheritdoc/>
    public long Nanoseconds => Stopwatch.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick;

    /// <inheritdoc/>
    public void Wait(long nanoseconds)
    {
        long until = Nanoseconds + nanoseconds;
        while (Nanoseconds < until) Thread.Sleep(TimeSpan.FromMilliseconds(1));
    }
}
