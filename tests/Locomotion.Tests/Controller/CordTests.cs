using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Controller;

public class CordTests
{
    private static readonly DescendingCommand Walk = new(drive: 0.5, release: 0, swim: 0);

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(1)]
    public void A_leg_alone_steps_at_the_frequency_of_its_excitation(double drive)
    {
        CentipedeController controller = FreeCord.Make(FreeCord.Uncoupled);
        double before = controller.Segments[3].PhaseLeft;
        controller.Run(new(drive, 0, 0), seconds: 1);
        double expected = Math.Tau * (1.5 + 4.5 * drive);   // f(u) = f0 + g u, closed form
        Assert.Equal(0, FreeCord.Wrapped(controller.Segments[3].PhaseLeft - before - expected), tolerance: 1e-9);
    }

    [Fact]
    public void Below_the_threshold_a_segment_rests()
    {
        CentipedeController controller = FreeCord.Make(new());
        SegmentState before = controller.Segments[2];
        controller.Run(new(drive: 0.04, 0, 0), seconds: 1);
        Assert.Equal(before.PhaseLeft, controller.Segments[2].PhaseLeft);
        Assert.Equal(before.TrunkPhase, controller.Segments[2].TrunkPhase);
    }

    [Theory, InlineData(3), InlineData(8), InlineData(21)]
    public void Legs_settle_in_antiphase_and_at_the_set_lag(int segments)
    {
        ControllerParameters p = new();
        CentipedeController controller = FreeCord.Make(p, segments).Run(Walk, seconds: 120);
        for (int i = 0; i < segments; i++)
        {
            Assert.Equal(Math.PI, Math.Abs(FreeCord.Wrapped(controller.Segments[i].PhaseLeft - controller.Segments[i].PhaseRight)), tolerance: 1e-6);
            if (i == 0) continue;
            double lag = FreeCord.Wrapped(controller.Segments[i - 1].PhaseLeft - controller.Segments[i].PhaseLeft);
            Assert.Equal(Math.Tau * Math.Min(2.0 / segments, 0.35), lag, tolerance: 1e-6);
        }
    }

    [Fact]
    public void Walking_trunk_joints_settle_at_their_offset_from_the_left_leg()
    {
        const int Segments = 8;
        ControllerParameters p = new() { Trunk = new TrunkRhythmParameters { LegOffset = 0.7 } };
        CentipedeController controller = FreeCord.Make(p, Segments).Run(Walk, seconds: 60);
        for (int j = 0; j < Segments - 1; j++)
        {
            double offset = FreeCord.Wrapped(controller.Segments[j].TrunkPhase - controller.Segments[j].PhaseLeft);
            Assert.Equal(0, FreeCord.Wrapped(offset - 0.7 - Math.Tau * 0.4 * j / Segments), tolerance: 1e-6);
        }
    }

    [Fact]
    public void Swimming_trunk_joints_settle_at_the_set_lag_head_first()
    {
        const int Segments = 8;
        CentipedeController controller = FreeCord.Make(new(), Segments);
        controller.Senses.Wetness.AsSpan().Fill(1);
        controller.Run(Gait.Swim.Command, seconds: 20);
        for (int j = 1; j < Segments - 1; j++)
        {
            double lag = FreeCord.Wrapped(controller.Segments[j - 1].TrunkPhase - controller.Segments[j].TrunkPhase);
            Assert.Equal(Math.Tau * 1.15 / Segments, lag, tolerance: 1e-3);   // the tail's message is 1 but for 1e-9
        }
    }

    [Theory, InlineData(0), InlineData(3), InlineData(7)]
    public void The_swim_message_arrives_after_one_relay_per_segment(int segment)
    {
        // a chain of k + 1 equal first-order relays: M_k(t) = 1 − exp(−x) Σ_(j ≤ k) x^j / j!, x = t / τ (Erlang distribution)
        const double Seconds = 0.12, Tau = 0.03, Dt = 1e-5;
        CentipedeController controller = FreeCord.Make(new(), dt: Dt).Run(Gait.Swim.Command, Seconds);
        double x = Seconds / Tau, term = 1, sum = 1;
        for (int j = 1; j <= segment; j++) sum += term *= x / j;
        Assert.Equal(1 - Math.Exp(-x) * sum, controller.Segments[segment].Message, tolerance: 1e-3);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Contact_overwrites_the_message_in_its_own_segment(bool travels)
    {
        CentipedeController controller = FreeCord.Make(new() { Relay = new RelayParameters { OverwriteTravels = travels } });
        controller.Senses.Wetness.AsSpan().Fill(1);
        controller.Senses.FootContact[2 * 3] = 1;
        controller.Run(Gait.Swim.Command, seconds: 3);
        Assert.Equal(1, controller.Segments[2].Fold, tolerance: 1e-6);
        Assert.Equal(0, controller.Segments[3].Fold, tolerance: 1e-6);
        Assert.Equal(travels ? 0 : 1, controller.Segments[4].Fold, tolerance: 1e-6);
    }

    [Fact]
    public void Legs_fold_only_when_the_head_is_wet_and_swimming_is_commanded()
    {
        foreach ((double wetness, double swim, double expected) in new[] { (1.0, 1.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0) })
        {
            CentipedeController controller = FreeCord.Make(new());
            controller.Senses.Wetness.AsSpan().Fill(wetness);
            controller.Run(new(1, 1, swim), seconds: 3);
            Assert.Equal(expected, controller.Segments[^1].Fold, tolerance: 1e-6);
        }
    }

    [Theory, InlineData(0, 0.525), InlineData(0.5, 0.2625), InlineData(1, 0)]
    public void The_trunk_bends_as_far_as_the_seg_is_inhibited(double tone, double amplitude)
    {
        CentipedeController controller = FreeCord.Make(new());
        controller.Run(new(drive: 1, release: 1 - tone, swim: 0), seconds: 2);
        double largest = 0;
        for (int k = 0; k < 1000; k++)
        {
            controller.Step();
            largest = Math.Max(largest, Math.Abs(controller.Command.Bend[4]));
        }
        Assert.Equal(amplitude, largest, tolerance: 1e-3);   // R = (1 − s) R_walk, R_walk = 4.2 rad / 8
    }

    [Fact]
    public void Turn_adds_the_same_bend_to_every_joint()
    {
        CentipedeController controller = FreeCord.Make(new()).Run(new(0.5, 0, 0, turn: -0.5), seconds: 0.1);
        Assert.All(controller.Command.Bend, bend => Assert.Equal(-0.5 * 2.1 / 8, bend, tolerance: 1e-15));
    }

    [Fact]
    public void A_segment_is_reached_one_step_later_for_every_segment_between()
    {
        const int Segments = 9, Touched = 4;
        CentipedeController one = FreeCord.Make(new(), Segments), other = FreeCord.Make(new(), Segments);
        one.Run(Gait.FastWalk.Command, seconds: 0.1);
        other.Run(Gait.FastWalk.Command, seconds: 0.1);
        other.Senses.FootLoad[2 * Touched] = 1;
        for (int steps = 1; steps <= 4; steps++)
        {
            one.Step();
            other.Step();
            for (int i = 0; i < Segments; i++)
            {
                bool differs = one.Segments[i].PhaseLeft != other.Segments[i].PhaseLeft;
                Assert.Equal(Math.Abs(i - Touched) < steps, differs);
            }
        }
    }

    [Fact]
    public void Halving_the_step_halves_the_error()
    {
        double TailPhase(double dt) => FreeCord.Make(new(), dt: dt).Run(Walk, seconds: 0.25).Segments[^1].PhaseLeft;
        double exact = TailPhase(1e-5);
        double coarse = FreeCord.Wrapped(TailPhase(1e-3) - exact), fine = FreeCord.Wrapped(TailPhase(5e-4) - exact);
        Assert.InRange(Math.Log2(coarse / fine), 0.9, 1.1);   // explicit Euler: first order
    }

    [Fact]
    public void Swapping_parameters_keeps_the_rhythm_where_it_is()
    {
        CentipedeController controller = FreeCord.Make(new()).Run(Walk, seconds: 1);
        SegmentState before = controller.Segments[5];
        controller.Parameters = new ControllerParameters { Legs = new LegRhythmParameters { BaseFrequency = 0, FrequencyGain = 0, Contralateral = 0, FromAhead = 0, FromBehind = 0, LoadFeedback = 0 } };
        controller.Step();
        Assert.Equal(before.PhaseLeft, controller.Segments[5].PhaseLeft);
    }
}
