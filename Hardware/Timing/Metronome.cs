using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Timing;

/// <summary>
/// Beats at origin + tick · period, so that no lateness adds up. A beat that is asked for after its time is late: it is counted and begins at once;
/// beats that have passed as a whole are skipped and counted too, so that the number of a tick always tells its time. Allocates nothing.
/// </summary>
public sealed class Metronome
{
    private readonly IClock clock;
    private readonly long spin;
    private long origin;

    /// <summary>A metronome whose beat 0 is now.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="periodNanoseconds">Time between beats, ns, at least 10 µs.</param>
    /// <param name="spinNanoseconds">The last stretch before a beat that is waited busily, ns; 0: none. Only for a processor of the loop's own.</param>
    /// <exception cref="InvalidInputException">The period is too short, or the spin does not fit into it.</exception>
    public Metronome(IClock clock, long periodNanoseconds, long spinNanoseconds = 0)
    {
        if (periodNanoseconds < 10_000)
            throw new InvalidInputException("Metronome period", $"{periodNanoseconds} ns", "is shorter than 10 µs", "use 1 000 000 ns or more");
        if (spinNanoseconds < 0 || spinNanoseconds >= periodNanoseconds)
            throw new InvalidInputException("Metronome spin", $"{spinNanoseconds} ns", $"lies outside [0, {periodNanoseconds}) ns", "use 0, or about 100 000 ns");
        this.clock = clock;
        Period = periodNanoseconds;
        spin = spinNanoseconds;
        Start();
    }

    /// <summary>Time between beats, ns.</summary>
    public long Period { get; }

    /// <summary>Now, ns on the clock.</summary>
    public long Now => clock.Nanoseconds;

    /// <summary>Number of the beat that is under way, from 0. It grows by more than one where beats were skipped.</summary>
    public long Tick { get; private set; }

    /// <summary>Time of that beat, ns on the clock.</summary>
    public long Deadline => origin + Tick * Period;

    /// <summary>How long after its time the beat began, ns, not negative.</summary>
    public long Lateness { get; private set; }

    /// <summary>From the time of the beat that was waited for to waking, ns, not negative. More than a period where beats were skipped.</summary>
    public long WakeLateness { get; private set; }

    /// <summary>Beats missed since the start: begun late because the work before took too long, or skipped.</summary>
    public long Missed { get; private set; }

    /// <summary>Beats skipped since the start.</summary>
    public long Skipped { get; private set; }

    /// <summary>Beats missed in a row, up to the one under way.</summary>
    public long MissedInARow { get; private set; }

    /// <summary>Begins anew: beat 0 is now, nothing is missed.</summary>
    public void Start()
    {
        origin = clock.Nanoseconds;
        Tick = Lateness = WakeLateness = Missed = Skipped = MissedInARow = 0;
    }

    /// <summary>Waits for the next beat.</summary>
    /// <returns>Its number.</returns>
    public long WaitForBeat()
    {
        long asked = clock.Nanoseconds, next = Deadline + Period, now = asked;
        Tick++;
        MissedInARow = asked < next ? 0 : MissedInARow + 1;
        if (asked >= next) Missed++;
        else now = Sleep(next);

        // slept through whole beats, or worked through them: those are over
        long whole = (now - next) / Period;
        Tick += whole;
        Skipped += whole;
        Missed += whole;
        MissedInARow += whole;
        Lateness = now - Deadline;
        WakeLateness = now - next;
        return Tick;
    }

    /// <summary>Returns the time, which is <paramref name="next"/> or later.</summary>
    private long Sleep(long next)
    {
        clock.SleepUntil(next - spin);
        long now = clock.Nanoseconds;
        while (now < next)
        {
            if (spin > 0) Thread.SpinWait(1);
            else clock.SleepUntil(next);
            now = clock.Nanoseconds;
        }
        return now;
    }
}
