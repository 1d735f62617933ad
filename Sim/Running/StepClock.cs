using System.Diagnostics;
using Locomotion.Controller;
using Locomotion.Controller.Loop;

namespace Locomotion.Sim.Running;

/// <summary>Times every tick, from the end of one observation to the begin of the next: controller and plant, without the observers.</summary>
public sealed class StepClock : IStepObserver
{
    private readonly IStepObserver inner;
    private readonly long[] durations;   // stopwatch ticks
    private long last, allocatedAtFirst, allocatedAtLast;   // timestamp; bytes
    private int count;
    private bool begun;

    /// <summary>A clock for at most <paramref name="ticks"/> ticks around <paramref name="inner"/>.</summary>
    public StepClock(IStepObserver inner, long ticks)
    {
        this.inner = inner;
        durations = new long[ticks];
    }

    /// <summary>Call right before the loop starts.</summary>
    public void Start() => last = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        long now = Stopwatch.GetTimestamp();
        if (count < durations.Length) durations[count++] = now - last;
        inner.Observe(tick, controller);
        allocatedAtLast = GC.GetAllocatedBytesForCurrentThread();
        if (!begun) allocatedAtFirst = allocatedAtLast;
        begun = true;
        last = Stopwatch.GetTimestamp();
    }

    /// <summary>Bytes allocated on the loop's thread after the first tick, which may still start up what is used for the first time.</summary>
    public long Allocated => allocatedAtLast - allocatedAtFirst;

    /// <summary>Median and 99th percentile, µs.</summary>
    public StepTimes Times()
    {
        if (count == 0) return new StepTimes(0, 0);
        long[] sorted = durations[..count];
        Array.Sort(sorted);
        return new StepTimes(Microseconds(sorted[count / 2]), Microseconds(sorted[(int)((count - 1) * 0.99)]));

        static double Microseconds(long ticks) => Math.Round(ticks * 1e6 / Stopwatch.Frequency, 3);
    }
}
