using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Timing;

namespace Locomotion.Tests.Hardware.Timing;

/// <summary>A clock that goes when it is told to, and as far as it is slept on.</summary>
internal sealed class FakeClock : IClock
{
    public long Nanoseconds { get; set; } = 5_000_000_000;

    /// <summary>How much later than asked the next sleep ends, ns; negative: it is interrupted so much earlier, once.</summary>
    public long WakesLate { get; set; }

    public List<long> Sleeps { get; } = [];

    public void SleepUntil(long deadline)
    {
        Sleeps.Add(deadline);
        Nanoseconds = Math.Max(Nanoseconds, deadline + WakesLate);
        WakesLate = 0;
    }
}
