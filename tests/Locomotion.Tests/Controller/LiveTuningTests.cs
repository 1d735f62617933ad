using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller.State;

namespace Locomotion.Tests.Controller;

/// <summary>Parameters that change while the animal moves.</summary>
public class LiveTuningTests
{
    [Theory]
    [InlineData(Oscillator.Phase, 0), InlineData(Oscillator.Bursting, 0), InlineData(Oscillator.Bursting, 0.1)]
    public void The_loop_takes_a_set_without_allocating(Oscillator oscillator, double noise)
    {
        CentipedeController controller = Walking(Set(oscillator, noise, 8));
        PreparedParameters[] sets = [.. Enumerable.Range(0, 200).Select(k => controller.Prepare(Set(oscillator, noise, k)))];
        Take(controller, sets[0]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (PreparedParameters set in sets) Take(controller, set);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(sets[^1].Set, controller.Parameters);
    }

    [Theory]
    [InlineData(Oscillator.Phase, 0), InlineData(Oscillator.Bursting, 0), InlineData(Oscillator.Bursting, 0.1)]
    public void A_set_with_the_same_numbers_changes_nothing(Oscillator oscillator, double noise)
    {
        CentipedeController untouched = Walking(Set(oscillator, noise, 8)), tuned = Walking(Set(oscillator, noise, 8));
        for (int k = 0; k < 1000; k++)
        {
            if (k % 100 == 50) tuned.Tune(Set(oscillator, noise, 8));
            tuned.TakeTuning();
            tuned.Step();
            untouched.Step();
        }
        Assert.Equal(StateDigest.Of(untouched), StateDigest.Of(tuned));
    }

    [Fact]
    public void Noise_that_comes_back_begins_anew_however_its_set_was_prepared()
    {
        ControllerParameters noisy = Set(Oscillator.Bursting, 0.1, 8), still = Set(Oscillator.Bursting, 0, 8);
        CentipedeController once = Walking(noisy), again = Walking(noisy);
        PreparedParameters prepared = once.Prepare(noisy);
        foreach (ControllerParameters set in new[] { noisy, still, noisy })
        {
            once.TunePrepared(set == noisy ? prepared : once.Prepare(still));
            again.Parameters = set;
            for (int k = 0; k < 300; k++)
            {
                once.TakeTuning();
                once.Step();
                again.Step();
            }
            Assert.Equal(StateDigest.Of(again), StateDigest.Of(once));
        }
    }

    [Fact]
    public void A_set_prepared_for_another_animal_is_refused()
    {
        CentipedeController one = Walking(new()), other = Walking(new());
        Assert.Throws<ArgumentException>(() => one.TunePrepared(other.Prepare(new())));
    }

    private static CentipedeController Walking(ControllerParameters set)
    {
        CentipedeController controller = new(21, set, LoopTiming.Default, seed: 3) { Descending = Gait.FastWalk.Command };
        for (int k = 0; k < 500; k++) controller.Step();
        return controller;
    }

    private static ControllerParameters Set(Oscillator oscillator, double noise, double coupling)
    {
        ControllerParameters set = new() { Oscillator = oscillator, Legs = new() { FromAhead = coupling } };
        return set with { Bursting = set.Bursting with { Flexor = set.Bursting.Flexor with { Noise = noise } } };
    }

    private static void Take(CentipedeController controller, PreparedParameters set)
    {
        controller.TunePrepared(set);
        controller.TakeTuning();
        controller.Step();
    }
}
