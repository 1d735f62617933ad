using Locomotion.Controller.State;
using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Controller;

/// <summary>The cord of bursting neurons without a body.</summary>
public class BurstingCordTests
{
    private static readonly ControllerParameters Bursting = new() { Oscillator = Oscillator.Bursting };

    private static CentipedeController Make(ControllerParameters? p = null, int segments = 8, ulong seed = 1) => FreeCord.Make(p ?? Bursting, segments, seed: seed);

    /// <summary>Runs and calls <paramref name="see"/> after each step.</summary>
    private static void Watch(CentipedeController controller, DescendingCommand command, double seconds, Action<CentipedeController> see)
    {
        controller.Descending = command;
        for (long k = 0; k < controller.Timing.Ticks(seconds); k++)
        {
            controller.Step();
            see(controller);
        }
    }

    [Theory, InlineData(0.15), InlineData(0.5), InlineData(1)]
    public void Once_settled_the_two_legs_of_a_segment_never_swing_at_once(double drive)
    {
        CentipedeController controller = Make().Run(new(drive, 0, 0), seconds: 10);
        Watch(controller, new(drive, 0, 0), 2, c =>
        {
            foreach (SegmentState s in c.Segments) Assert.True(s.SwingLeft + s.SwingRight <= 1);
        });
    }

    [Theory, InlineData(0.15), InlineData(0.5), InlineData(1)]
    public void A_swing_takes_as_long_as_the_flexors_burst_is_set_to(double drive)
    {
        CentipedeController controller = Make().Run(new(drive, 0, 0), seconds: 5);
        int swung = 0, swings = 0;
        bool was = controller.Segments[4].SwingLeft > 0;
        Watch(controller, new(drive, 0, 0), 5, c =>
        {
            bool swinging = c.Segments[4].SwingLeft > 0;
            if (swinging) swung++;
            if (swinging && !was) swings++;
            was = swinging;
        });
        double set = Bursting.Bursting.Flexor.ActiveTime;
        Assert.Equal(set, swung / (double)swings / 1000, tolerance: 0.1 * set);     // swings cut off at the ends of the window
    }

    [Fact]
    public void A_leg_is_up_while_it_swings_and_down_while_it_stands()
    {
        CentipedeController controller = Make().Run(Gait.SlowWalk.Command, seconds: 5);
        int steps = 0, agree = 0;
        Watch(controller, Gait.SlowWalk.Command, 2, c =>
        {
            steps++;
            if (c.Segments[3].SwingLeft > 0 == c.Command.LegLift[Leg.Left(3)] > 0) agree++;
        });
        Assert.InRange(agree / (double)steps, 0.9, 1);      // the muscle lags by its time constant of 10 ms
    }

    [Fact]
    public void Below_the_threshold_a_segment_rests_and_stands()
    {
        CentipedeController controller = Make().Run(Gait.SlowWalk.Command, seconds: 2);
        controller.Run(new(drive: 0.04, 0, 0), seconds: 0.1);
        SegmentState before = controller.Segments[2];
        StateDigest digest = new(0, controller);
        digest.Observe();
        byte[] fields = digest.Fields.ToArray();
        controller.Run(new(drive: 0.04, 0, 0), seconds: 1);
        Assert.Equal(before.PhaseLeft, controller.Segments[2].PhaseLeft);
        digest.Observe();
        byte[] later = digest.Fields.ToArray();
        Assert.Equal(["controller.steps"], digest.FieldNames.Where((_, k) => fields[k] != later[k]));     // nothing moves but time
        Assert.All(controller.Command.LegLift, lift => Assert.Equal(-1, lift));
    }

    [Theory, InlineData(0.15), InlineData(1)]
    public void From_any_state_the_legs_of_every_segment_part(double drive)
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            CentipedeController controller = Make(seed: seed).Run(new(drive, 0, 0), seconds: 20);
            Assert.All(controller.Segments.ToArray(), s => Assert.InRange(Math.Abs(FreeCord.Wrapped(s.PhaseLeft - s.PhaseRight)) / Math.Tau, 0.3, 0.5));
        }
    }

    [Fact]
    public void Swapping_parameters_keeps_the_rhythm_where_it_is()
    {
        CentipedeController one = Make().Run(Gait.SlowWalk.Command, seconds: 2), other = Make().Run(Gait.SlowWalk.Command, seconds: 2);
        other.Parameters = Bursting with { Motor = new() { LegAmplitude = 0.5 } };
        one.Run(Gait.SlowWalk.Command, 1);
        other.Run(Gait.SlowWalk.Command, 1);
        Assert.Equal(one.Segments.ToArray(), other.Segments.ToArray());
    }

    [Fact]
    public void Another_kind_of_oscillator_is_refused_while_it_runs() =>
        Assert.Contains("choose the oscillator before the start", Assert.Throws<InvalidInputException>(() => Make().Parameters = new ControllerParameters()).Message, StringComparison.Ordinal);

    [Fact]
    public void Durations_that_do_not_go_together_are_refused_at_the_start() =>
        Assert.Throws<InvalidInputException>(() => Make(Bursting with { Bursting = Bursting.Bursting with { Flexor = Bursting.Bursting.Flexor with { ActiveTime = 100 } } }));

    [Fact]
    public void Seeds_give_other_states() => Assert.NotEqual(StateDigest.Of(Make(seed: 1)), StateDigest.Of(Make(seed: 2)));
}
