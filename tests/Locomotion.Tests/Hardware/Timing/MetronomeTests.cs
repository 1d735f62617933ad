using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Timing;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Timing;

[Collection(Alone.Name)]
public class MetronomeTests
{
    private const long Millisecond = 1_000_000, Period = 20 * Millisecond;
    private readonly FakeClock clock = new();

    [Fact]
    public void Deadlines_lie_a_period_apart_however_late_each_wakes()
    {
        Metronome metronome = new(clock, Period);
        long start = clock.Nanoseconds;
        for (int beat = 1; beat <= 1000; beat++)
        {
            clock.WakesLate = beat % 7 * 100_000;
            Assert.Equal(beat, metronome.WaitForBeat());
            Assert.Equal(start + beat * Period, metronome.Deadline);
            Assert.Equal(beat % 7 * 100_000, metronome.Lateness);
            clock.Nanoseconds += 3 * Millisecond;
        }
        Assert.Equal(0, metronome.Missed);
    }

    [Fact]
    public void A_late_beat_begins_at_once_and_is_counted()
    {
        Metronome metronome = new(clock, Period);
        clock.Nanoseconds += 25 * Millisecond;
        Assert.Equal(1, metronome.WaitForBeat());
        Assert.Empty(clock.Sleeps);
        Assert.Equal((1, 0, 1, 5 * Millisecond), (metronome.Missed, metronome.Skipped, metronome.MissedInARow, metronome.Lateness));
        Assert.Equal(2, metronome.WaitForBeat());
        Assert.Equal((1, 0), (metronome.Missed, metronome.MissedInARow));
    }

    [Fact]
    public void Whole_beats_that_have_passed_are_skipped_and_the_number_keeps_telling_the_time()
    {
        Metronome metronome = new(clock, Period);
        long start = clock.Nanoseconds;
        clock.Nanoseconds += 10 * Period + 3 * Millisecond;
        Assert.Equal(10, metronome.WaitForBeat());
        Assert.Equal((10, 9, 10, 3 * Millisecond), (metronome.Missed, metronome.Skipped, metronome.MissedInARow, metronome.Lateness));
        Assert.Equal(start + 11 * Period, start + metronome.WaitForBeat() * Period);
    }

    [Fact]
    public void A_sleep_that_lasts_for_beats_as_when_the_program_was_stopped_skips_them_too()
    {
        Metronome metronome = new(clock, Period);
        clock.WakesLate = 4 * Period + Millisecond;
        Assert.Equal(5, metronome.WaitForBeat());
        Assert.Equal((4, 4, 4, Millisecond), (metronome.Missed, metronome.Skipped, metronome.MissedInARow, metronome.Lateness));
        Assert.Equal(4 * Period + Millisecond, metronome.WakeLateness);
    }

    [Fact]
    public void A_sleep_that_ends_early_is_taken_up_again()
    {
        Metronome metronome = new(clock, Period);
        clock.WakesLate = -Millisecond;
        metronome.WaitForBeat();
        Assert.Equal(2, clock.Sleeps.Count);
        Assert.Equal(0, metronome.Lateness);
    }

    [Fact]
    public void Work_that_is_always_a_little_too_long_misses_every_beat_in_a_row()
    {
        Metronome metronome = new(clock, Period);
        for (int beat = 0; beat < 20; beat++)
        {
            clock.Nanoseconds += Period + Millisecond / 10;
            metronome.WaitForBeat();
        }
        Assert.Equal(20, metronome.MissedInARow);
        Assert.Equal(0, metronome.Skipped);
    }

    [Theory, InlineData(0, 0), InlineData(1_000_000, 1_000_000), InlineData(1_000_000, -1)]
    public void What_cannot_be_kept_is_refused(long period, long spin) =>
        Assert.Throws<InvalidInputException>(() => new Metronome(clock, period, spin));

    [Theory, InlineData(0), InlineData(200_000)]
    public void On_the_machine_it_keeps_time_and_allocates_nothing(long spin)
    {
        MonotonicClock machine = MonotonicClock.Instance;
        Metronome metronome = new(machine, Millisecond, spin);
        for (int beat = 0; beat < 50; beat++) metronome.WaitForBeat();
        metronome.Start();
        long before = GC.GetAllocatedBytesForCurrentThread(), start = machine.Nanoseconds;
        while (metronome.Tick < 500)
        {
            metronome.WaitForBeat();
            Assert.True(machine.Nanoseconds >= metronome.Deadline);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.InRange(machine.Nanoseconds - start, 499 * Millisecond, 5000 * Millisecond);
    }
}
