using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

/// <summary>Changes that are taken back: since nobody confirmed, or on request.</summary>
public class TakingBackTests
{
    [Theory, InlineData(0), InlineData(1)]
    public void What_nobody_confirms_is_taken_back(double ramp)
    {
        List<double> amplitudes = [];
        using TunedWalk walk = new(watch: (_, controller) => amplitudes.Add(controller.Parameters.Motor.LegAmplitude));
        walk.Run(1500);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        walk.Commit(ramp: ramp, confirm: 0.25);
        walk.Run(1000);
        List<TuningEvent> events = walk.Events();
        long arrived = amplitudes.IndexOf(0.5);
        TuningEvent reverted = events[^1];
        Assert.Equal((TuningEventKind.Reverted, arrived + 250, 3L, TuningAuthor.Timeout), (reverted.Kind, reverted.Tick, reverted.Version!.Number, reverted.Version.Author));
        Assert.Equal(arrived + 249, amplitudes.LastIndexOf(0.5));
        Assert.Equal(0.7, amplitudes[^1]);
        Assert.Equal((3L, 0L), (walk.Desk.Active.Number, walk.Desk.Active.Parent));
        Assert.Equal(walk.Desk.History[0].Hash, walk.Desk.Active.Hash);
        Assert.Equal(TuningCode.RefusedVersion, walk.Ask(id => new ConfirmRequest("ann", id, 2)).Code);
    }

    [Fact]
    public void What_is_confirmed_stays()
    {
        using TunedWalk walk = new();
        walk.Run(10);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        walk.Commit(confirm: 0.25);
        walk.Run(100);
        Assert.Equal(11 + 250, walk.Desk.Active.ConfirmUntil);
        walk.Stage("motor.leg-amplitude=0.6");
        Assert.Equal(TuningCode.RefusedPhase, walk.Commit().Code);      // first confirm
        Assert.True(walk.Ask(id => new ConfirmRequest("ann", id, 2)).Ok);
        Assert.Null(walk.Desk.Active.ConfirmUntil);
        walk.Run(1000);
        Assert.Equal(0.5, walk.Controller.Parameters.Motor.LegAmplitude);
        Assert.True(walk.Commit().Ok);
        walk.Run(3);
        Assert.Equal(0.6, walk.Controller.Parameters.Motor.LegAmplitude);
    }

    [Fact]
    public void A_revert_undoes_one_version_after_the_other()
    {
        using TunedWalk walk = new();
        foreach (string amplitude in new[] { "0.5", "0.4", "0.3" })
        {
            walk.Run(2);
            walk.Change($"motor.leg-amplitude={amplitude}");
        }
        walk.Run(2);
        foreach (double expected in new[] { 0.4, 0.5, 0.7 })
        {
            Assert.True(walk.Ask(id => new RevertRequest("ann", id)).Ok);
            walk.Run(2);
            Assert.Equal(expected, walk.Controller.Parameters.Motor.LegAmplitude);
        }
        Assert.Equal(TuningCode.RefusedUnknownVersion, walk.Ask(id => new RevertRequest("ann", id)).Code);
        Assert.Equal([2L, 3, 4, 5, 6, 7], walk.Events().Select(happened => happened.Version!.Number));
        walk.Ask(id => new RollbackRequest("ann", id, 4));
        walk.Run(2);
        Assert.Equal((8L, 7L, 0.3), (walk.Desk.Active.Number, walk.Desk.Active.Parent, walk.Controller.Parameters.Motor.LegAmplitude));
    }

    [Fact]
    public void A_revert_breaks_off_a_ramp_and_withdraws_what_waits()
    {
        using TunedWalk walk = new();
        walk.Run(1500);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        walk.Commit(ramp: 5);
        walk.Run(200);
        Assert.InRange(walk.Controller.Parameters.Motor.LegAmplitude, 0.51, 0.69);
        walk.Ask(id => new RevertRequest("ann", id));
        walk.Ask(id => new RevertRequest("ann", id));       // refused: version 1 has no parent
        walk.Run(1000);
        Assert.Equal((0.7, 3L), (walk.Controller.Parameters.Motor.LegAmplitude, walk.Desk.Active.Number));
        walk.Stage("motor.leg-amplitude=0.4");
        walk.Commit(CommitTime.AtTick(walk.Ticks + 50));
        walk.Run(10);
        Assert.True(walk.Ask(id => new RevertRequest("ann", id)).Ok);
        walk.Run(100);
        Assert.Equal((0.7, 3L), (walk.Controller.Parameters.Motor.LegAmplitude, walk.Desk.Active.Number));
    }

    [Fact]
    public void Two_reverts_at_once_go_back_two_versions()
    {
        using TunedWalk walk = new();
        foreach (string amplitude in new[] { "0.5", "0.4" })
        {
            walk.Change($"motor.leg-amplitude={amplitude}");
            walk.Run(2);
        }
        walk.Ask(id => new RevertRequest("ann", id));
        walk.Ask(id => new RevertRequest("ann", id));       // before the loop has seen the first
        walk.Run(10);
        Assert.Equal((0.7, 5L), (walk.Controller.Parameters.Motor.LegAmplitude, walk.Desk.Active.Number));
        Assert.Same(walk.Controller.Parameters, walk.Desk.Active.Set);
    }

    [Fact]
    public void The_last_twenty_versions_can_be_rolled_back_to()
    {
        using TunedWalk walk = new();
        for (int k = 2; k <= 30; k++)
        {
            walk.Change($"motor.leg-amplitude={Naming.Number(k / 100.0)}");
            walk.Run(2);
        }
        IReadOnlyList<TuningVersion> history = walk.Ask(id => new HistoryRequest("bob", id)).History;
        Assert.Equal(Enumerable.Range(11, 20).Select(k => (long)k), history.Select(version => version.Number));
        Assert.Equal(TuningCode.RefusedUnknownVersion, walk.Ask(id => new RollbackRequest("ann", id, 10)).Code);
        Assert.Equal(31, walk.Ask(id => new RollbackRequest("ann", id, 11)).Version);
        walk.Run(2);
        Assert.Equal((31L, 30L, 0.11), (walk.Desk.Active.Number, walk.Desk.Active.Parent, walk.Controller.Parameters.Motor.LegAmplitude));
    }
}
