using System.Diagnostics;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Sim.Serving;

/// <summary>
/// A simulated body in real time: each tick ends at its absolute deadline, never earlier. One that is late is done all the same, and counted;
/// what is late is caught up, unless it is more than <see cref="MostCaughtUp"/>, as after the machine has slept.
/// </summary>
/// <param name="inner">The body.</param>
/// <param name="period">The loop's, s.</param>
/// <param name="speed">Simulated over real time.</param>
public sealed class PacedPlant(IPlant inner, double period, double speed) : IPlant, ITickTimes
{
    /// <summary>The most that is caught up by ticks that follow each other without a wait.</summary>
    public static readonly TimeSpan MostCaughtUp = TimeSpan.FromSeconds(1);

    private readonly double stride = period / speed * Stopwatch.Frequency;
    private double deadline;                // timestamp at which the tick under way shall end
    private long woke, missed;              // timestamp; ticks

    /// <inheritdoc/>
    public int Segments => inner.Segments;

    /// <inheritdoc/>
    public long MissedDeadlines => Volatile.Read(ref missed);

    /// <inheritdoc/>
    public long WorkNanoseconds { get; private set; }

    /// <inheritdoc/>
    public long LateNanoseconds { get; private set; }

    /// <inheritdoc/>
    public void Sense(Senses senses)
    {
        inner.Sense(senses);
        PreciseSleep.For(0);        // the runtime takes memory at the first call of the system, and ticks shall take none
        woke = Stopwatch.GetTimestamp();
        deadline = woke;
    }

    /// <inheritdoc/>
    public void Step(Command command, Senses senses, double dt)
    {
        inner.Step(command, senses, dt);
        long done = Stopwatch.GetTimestamp();
        WorkNanoseconds = Nanoseconds(done - woke);
        deadline += stride;
        if (done > deadline) Volatile.Write(ref missed, missed + 1);
        if (done > deadline + MostCaughtUp.TotalSeconds * Stopwatch.Frequency) deadline = done;
        WaitUntil((long)deadline);
        woke = Stopwatch.GetTimestamp();
        LateNanoseconds = Math.Max(0, Nanoseconds(woke - (long)deadline));
    }

    /// <inheritdoc/>
    public void Rest() => inner.Rest();

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => inner.Visit(visitor);

    private static long Nanoseconds(long timestamp) => (long)(timestamp * (1e9 / Stopwatch.Frequency));

    /// <summary>Sleeps, and spins at no time: a simulation may be a little late, and leaves the processor to others.</summary>
    private static void WaitUntil(long timestamp)
    {
        while (timestamp - Stopwatch.GetTimestamp() is > 0 and long left) PreciseSleep.For(left);
    }
}
