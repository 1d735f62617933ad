using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Bus;

/// <summary>
/// The time that one bus may take of one tick. All chips on the bus share it, so that retries for one cannot make the frame late.
/// One thread per bus.
/// </summary>
public sealed class TickBudget(IClock clock)
{
    private long deadline = long.MaxValue;

    /// <summary>The clock that transactions are timed by.</summary>
    public IClock Clock { get; } = clock;

    /// <summary>What is left, ns; never negative; without a limit until <see cref="Open"/>.</summary>
    public long Left => deadline == long.MaxValue ? long.MaxValue : Math.Max(0, deadline - Clock.Nanoseconds);

    /// <summary>Allows <paramref name="nanoseconds"/> from now.</summary>
    public void Open(long nanoseconds) => deadline = Clock.Nanoseconds + nanoseconds;

    /// <summary>Takes the limit away: for start-up.</summary>
    public void Unlimit() => deadline = long.MaxValue;
}
