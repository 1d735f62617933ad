using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>Time that stands still until somebody moves it: bus transactions, waits, or the metronome of a simulated robot.</summary>
public sealed class SimulatedClock : IClock
{
    /// <inheritdoc/>
    public long Nanoseconds { get; private set; }

    /// <summary>Moves on by <paramref name="nanoseconds"/>, not negative.</summary>
    public void Advance(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        Nanoseconds += nanoseconds;
    }

    /// <summary>Moves on to <paramref name="deadline"/>, ns; stays when that is past, as a deadline that was missed.</summary>
    public void SleepUntil(long deadline) => Nanoseconds = Math.Max(Nanoseconds, deadline);
}
