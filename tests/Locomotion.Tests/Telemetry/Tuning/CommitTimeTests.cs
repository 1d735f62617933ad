using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

/// <summary>When a commit comes: at a tick, at a phase, in a ramp over cycles.</summary>
public class CommitTimeTests
{
    [Fact]
    public void A_commit_waits_for_its_tick()
    {
        List<double> amplitudes = [];
        using TunedWalk walk = new(watch: (_, controller) => amplitudes.Add(controller.Parameters.Motor.LegAmplitude));
        walk.Run(20);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        Assert.Equal(TuningCode.RefusedExpired, walk.Commit(CommitTime.AtTick(19)).Code);
        Assert.Equal(100, walk.Commit(CommitTime.AtTick(100)).Tick);
        Assert.Equal(TuningCode.RefusedNothingStaged, walk.Commit().Code);
        walk.Run(200);
        Assert.Equal(100, amplitudes.IndexOf(0.5));
        Assert.Equal(100, walk.Desk.Active.Tick);
    }

    [Theory, InlineData(0), InlineData(1.5), InlineData(-1), InlineData(100)]
    public void A_commit_waits_for_its_phase(double phase)
    {
        List<(double Phase, double Amplitude)> seen = [];
        using TunedWalk walk = new(watch: (_, controller) => seen.Add((controller.Segments[0].PhaseLeft, controller.Parameters.Motor.LegAmplitude)));
        walk.Run(1500);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        Assert.Equal(TuningCode.RefusedMalformed, walk.Commit(CommitTime.AtPhase(double.NaN)).Code);
        Assert.True(walk.Commit(CommitTime.AtPhase(phase)).Ok);
        walk.Run(1000);
        int begun = seen.FindIndex(tick => tick.Amplitude == 0.5);
        Assert.InRange(begun, 1500, 2499);
        double passed = Math.IEEERemainder(seen[begun - 1].Phase - phase, Math.Tau), ahead = Math.IEEERemainder(seen[begun - 2].Phase - phase, Math.Tau);
        Assert.True(ahead < 0 && passed >= 0 && passed < 0.2, $"from {ahead} to {passed}");
    }

    [Fact]
    public void A_ramp_moves_numbers_straight_and_choices_at_once()
    {
        List<ControllerParameters> sets = [];
        using TunedWalk walk = new(watch: (_, controller) => sets.Add(controller.Parameters));
        walk.Run(2000);
        double frequency = walk.Desk.LoopSide.LegFrequency;
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.3", "legs.from-ahead=20", "relay.fold-gate=or");
        Assert.Equal(TuningCode.RefusedMalformed, walk.Commit(ramp: -1).Code);
        Assert.True(walk.Commit(ramp: 4).Ok);
        Assert.Equal(TuningCode.RefusedNothingStaged, walk.Commit().Code);
        walk.Run(2000);
        int first = sets.FindIndex(set => set.Relay.FoldGate == FoldGate.Or), last = sets.FindIndex(set => set.Motor.LegAmplitude == 0.3);
        Assert.Equal(4 / frequency, (last - first) * 0.001, tolerance: 0.01);
        Assert.Equal(0.7, sets[first].Motor.LegAmplitude);
        for (int k = first; k <= last; k++)
        {
            double share = (k - first) / (double)(last - first);
            Assert.Equal(0.7 - 0.4 * share, sets[k].Motor.LegAmplitude, tolerance: 0.01);
            Assert.Equal((0.7 - sets[k].Motor.LegAmplitude) / 0.4, (sets[k].Legs.FromAhead - 8) / 12, tolerance: 1e-9);
            Assert.Equal(FoldGate.Or, sets[k].Relay.FoldGate);
        }
        Assert.True(sets[first..(last + 1)].Distinct(ReferenceEqualityComparer.Instance).Count() > 100);
        List<TuningEvent> events = walk.Events();
        Assert.Equal([(TuningEventKind.Committed, (long)first), (TuningEventKind.RampDone, last)], events.Select(happened => (happened.Kind, happened.Tick)));
        Assert.Same(sets[^1], walk.Desk.Active.Set);
    }

    [Fact]
    public void Legs_that_stand_give_no_measure_for_ramps_and_phases()
    {
        using TunedWalk walk = new(["excitation.load-gain=0"]) { Command = default };     // nothing excites it
        walk.Run(3000);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        Assert.Equal(TuningCode.RefusedPhase, walk.Commit(ramp: 2).Code);
        Assert.Equal(TuningCode.RefusedPhase, walk.Commit(CommitTime.AtPhase(1)).Code);
        Assert.True(walk.Commit().Ok);
    }
}
