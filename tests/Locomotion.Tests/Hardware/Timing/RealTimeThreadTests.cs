using Locomotion.Hardware.Timing;

namespace Locomotion.Tests.Hardware.Timing;

public class RealTimeThreadTests
{
    // no memory lock here: it would last for the whole test program
    private static readonly RealTimeSettings Settings = new() { LockMemory = false, Priority = 10 };

    [Fact]
    public void Only_the_loops_thread_is_lifted_and_what_is_refused_says_what_to_do()
    {
        IReadOnlyList<SetupStep> steps = [];
        int inside = -1;
        RealTimeThread.Run(Settings, told => steps = told, () => inside = LinuxScheduling.GetScheduler(0));
        int beside = LinuxScheduling.GetScheduler(0);
        SetupStep priority = Assert.Single(steps, step => step.Name == "priority");
        if (priority.Granted) Assert.Equal(LinuxScheduling.Fifo, inside & 0xff);
        else Assert.Contains("LimitRTPRIO=10", priority.Message, StringComparison.Ordinal);
        Assert.NotEqual(LinuxScheduling.Fifo, beside);
        Assert.Contains(steps, step => step.Name == "timer slack" && step.Granted);
        Assert.All(steps, step => Assert.NotEmpty(step.Message));
    }

    [Fact]
    public void A_processor_that_does_not_exist_is_refused_and_the_loop_runs_all_the_same()
    {
        bool ran = false;
        SetupStep? processor = null;
        RealTimeThread.Run(Settings with { Processor = 1023 }, told => processor = told.Single(step => step.Name == "processor"), () => ran = true);
        Assert.True(ran);
        Assert.False(processor!.Granted);
        Assert.Contains("1023", processor.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_is_cleared_away_before_the_loop_begins()
    {
        WeakReference dropped = Dropped();
        bool there = true;
        int collected = GC.CollectionCount(GC.MaxGeneration), before = 0;
        RealTimeThread.Run(Settings, _ => { }, () => (there, before) = (dropped.IsAlive, GC.CollectionCount(GC.MaxGeneration)));
        Assert.False(there);
        Assert.InRange(before - collected, 2, int.MaxValue);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Dropped() => new(new object());
    }

    [Fact]
    public void What_the_loop_throws_comes_out()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            RealTimeThread.Run(Settings, _ => { }, () => throw new InvalidOperationException("lost bus")));
        Assert.Equal("lost bus", error.Message);
    }
}
