using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

public class TuningDeskTests
{
    [Fact]
    public void A_committed_candidate_is_active_whole_from_the_next_tick()
    {
        using TunedWalk walk = new();
        walk.Run(10);
        TuningReply reply = walk.Change("legs.from-ahead=3", "motor.leg-amplitude=0.5", "relay.fold-gate=or");
        Assert.Equal((TuningCode.Accepted, 2L), (reply.Code, reply.Version));
        Assert.Equal(1, walk.Desk.Active.Number);
        walk.Run(2);    // one that sees the order, one under it
        ControllerParameters set = walk.Controller.Parameters;
        Assert.Equal((3, 0.5, FoldGate.Or), (set.Legs.FromAhead, set.Motor.LegAmplitude, set.Relay.FoldGate));
        TuningVersion active = walk.Desk.Active;
        Assert.Equal((2L, 1L, "ann", 11L), (active.Number, active.Parent, active.Author, active.Tick));
        Assert.Equal(["legs.from-ahead", "relay.fold-gate", "motor.leg-amplitude"], active.Changed);
        Assert.Equal(ParameterHash.Of(set), active.Hash);
        Assert.NotEqual(walk.Desk.History[0].Hash, active.Hash);
        TuningEvent happened = Assert.Single(walk.Events());
        Assert.Equal((TuningEventKind.Committed, 11L, 2L), (happened.Kind, happened.Tick, happened.Version!.Number));
    }

    [Theory]
    [InlineData("legs.from-ahed=3", FieldCode.UnknownName, "did you mean 'legs.from-ahead'", TuningCode.RefusedField)]
    [InlineData("legs.from-ahead=-3", FieldCode.OutOfRange, "lies outside [0, 200] 1/s", TuningCode.RefusedField)]
    [InlineData("legs.from-ahead=1e400", FieldCode.WrongType, "is not a number", TuningCode.RefusedField)]
    [InlineData("legs.from-ahead=fast", FieldCode.WrongType, "is not a number", TuningCode.RefusedField)]
    [InlineData("relay.fold-gate=xor", FieldCode.WrongType, "one of and, or", TuningCode.RefusedField)]
    [InlineData("oscillator=bursting", FieldCode.AtRest, "while the animal rests", TuningCode.RefusedAtRest)]
    public void A_value_that_cannot_be_is_refused_by_name(string value, FieldCode code, string says, TuningCode whole)
    {
        using TunedWalk walk = new();
        TuningReply reply = walk.Stage("motor.leg-amplitude=0.5", value);
        Assert.Equal(whole, reply.Code);
        FieldRefusal refusal = Assert.Single(reply.Refusals);
        Assert.Equal((value.Split('=')[0], code), (refusal.Name, refusal.Code));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        walk.Lease();
        Assert.Equal(TuningCode.RefusedNothingStaged, walk.Commit().Code);
    }

    [Fact]
    public void Of_many_values_that_cannot_be_the_first_are_explained_and_all_are_counted()
    {
        using TunedWalk walk = new();
        int most = ControllerParameters.Tree.All.Count;
        TuningReply reply = walk.Stage([.. Enumerable.Range(0, most).Select(k => $"nonsense-{k}=1")]);
        Assert.Equal((TuningCode.RefusedField, RefusedValues.MostExplained), (reply.Code, reply.Refusals.Count));
        Assert.Contains($"In all {most} are refused; the first 16", reply.Message, StringComparison.Ordinal);
        reply = walk.Stage([.. Enumerable.Range(0, most + 1).Select(k => $"nonsense-{k}=1")]);
        Assert.Equal((TuningCode.RefusedTooLarge, 0), (reply.Code, reply.Refusals.Count));
        Assert.Contains($"more than there are parameters, {most}", reply.Message, StringComparison.Ordinal);
        reply = walk.Stage([.. Enumerable.Repeat("oscillator=bursting", 17), "legs.from-ahead=-3"]);
        Assert.Equal(TuningCode.RefusedField, reply.Code);      // not all of them could be set at rest
    }

    [Fact]
    public void Why_a_value_is_refused_is_worked_out_only_if_it_is_told()
    {
        RefusedValues refusals = new();
        int asked = 0;
        for (int k = 0; k < 900; k++) refusals.Add("name", FieldCode.UnknownName, () => $"reason {++asked}");
        Assert.Equal((16, 16, 900), (asked, refusals.Explained.Count, refusals.Count));
    }

    [Fact]
    public void Values_that_do_not_go_together_are_refused_before_they_reach_the_animal()
    {
        using TunedWalk walk = new(["oscillator=bursting"]);
        TuningReply reply = walk.Stage("bursting.flexor.active-time=1000", "bursting.flexor.adaptation-time=0.01");
        Assert.Equal((TuningCode.RefusedField, FieldCode.Together), (reply.Code, reply.Refusals.Single().Code));
    }

    [Fact]
    public void Set_is_active_at_once_without_a_lease_unless_somebody_else_holds_it()
    {
        using TunedWalk walk = new();
        walk.Run(10);
        TuningReply reply = walk.Desk.Handle(new SetRequest("bob", "1", [new Assignment("legs.from-ahead", "3")]));
        Assert.Equal((TuningCode.Accepted, "set", 2L), (reply.Code, reply.Op, reply.Version));
        walk.Run(2);
        Assert.Equal((3, "bob"), (walk.Controller.Parameters.Legs.FromAhead, walk.Desk.Active.Author));
        TuningReply refused = walk.Desk.Handle(new SetRequest("bob", "2", [new Assignment("legs.from-ahead", "-3")]));
        Assert.Equal((TuningCode.RefusedField, FieldCode.OutOfRange), (refused.Code, refused.Refusals.Single().Code));
        walk.Lease();       // ann
        Assert.Equal(TuningCode.RefusedLease, walk.Desk.Handle(new SetRequest("bob", "3", [new Assignment("legs.from-ahead", "4")])).Code);
        walk.Stage("motor.leg-amplitude=0.5");
        Assert.Equal(TuningCode.Accepted, walk.Desk.Handle(new SetRequest("ann", "set", [new Assignment("legs.from-ahead", "5")])).Code);
        walk.Run(2);
        Assert.Equal(5, walk.Controller.Parameters.Legs.FromAhead);
        Assert.Equal(TuningCode.RefusedVersion, walk.Commit().Code);        // what ann staged before is still her candidate, and stale
    }

    [Fact]
    public void One_client_at_a_time_may_change_parameters()
    {
        using TunedWalk walk = new();
        Assert.True(walk.Stage("motor.leg-amplitude=0.5").Ok);
        Assert.Equal(TuningCode.RefusedLease, walk.Commit().Code);
        Assert.True(walk.Lease("bob").Ok);
        Assert.Equal(TuningCode.RefusedLease, walk.Commit().Code);
        Assert.Equal(TuningCode.RefusedLease, walk.Lease().Code);
        Assert.Equal(TuningCode.RefusedLease, walk.Ask(id => new ReleaseRequest("ann", id)).Code);
        walk.Clock.Move(59);
        Assert.Equal("bob", walk.Desk.LeaseHolder?.Client);
        walk.Clock.Move(0.9);
        Assert.Null(walk.Desk.LeaseHolder);
        Assert.True(walk.Lease().Ok);
        Assert.True(walk.Commit().Ok);
        Assert.True(walk.Ask(id => new ReleaseRequest("ann", id)).Ok);
        Assert.True(walk.Lease("bob").Ok);
        Assert.Equal(TuningCode.RefusedMalformed, walk.Ask(id => new LeaseRequest("ann", id, double.NaN)).Code);
    }

    [Fact]
    public void A_candidate_for_another_version_than_the_active_one_is_refused()
    {
        using TunedWalk walk = new();
        walk.Lease();
        Assert.Equal(TuningCode.RefusedVersion, walk.Ask(id => new StageRequest("ann", id, 7, [])).Code);
        Assert.True(walk.Ask(id => new StageRequest("bob", id, 1, [new("legs.waves", "1.5")])).Ok);
        walk.Change("motor.leg-amplitude=0.5");
        walk.Run(3);
        walk.Ask(id => new ReleaseRequest("ann", id));
        walk.Lease("bob");
        TuningReply late = walk.Ask(id => new CommitRequest("bob", id));
        Assert.Equal((TuningCode.RefusedVersion, 2L), (late.Code, late.Version));
    }

    [Fact]
    public void A_repeated_id_gets_the_same_reply_and_does_nothing_again()
    {
        using TunedWalk walk = new();
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        TuningReply first = walk.Ask(_ => new CommitRequest("ann", "once"));
        walk.Run(3);
        walk.Stage("motor.leg-amplitude=0.6");
        Assert.Same(first, walk.Ask(_ => new CommitRequest("ann", "once")));
        walk.Run(3);
        Assert.Equal(0.5, walk.Controller.Parameters.Motor.LegAmplitude);
        for (int k = 0; k < 64; k++) walk.Ask(id => new HistoryRequest("ann", id));
        Assert.NotSame(first, walk.Ask(_ => new CommitRequest("ann", "once")));     // so long nobody resends
    }

    [Fact]
    public void More_than_twenty_requests_in_a_second_are_refused_but_another_client_is_heard()
    {
        using TunedWalk walk = new();
        TuningReply Ask(string client, int k) => walk.Desk.Handle(new HistoryRequest(client, $"{k}"));
        for (int k = 0; k < 20; k++) Assert.True(Ask("ann", k).Ok);
        walk.Clock.Move(0.99);
        Assert.Equal(TuningCode.RefusedRate, Ask("ann", 20).Code);
        Assert.True(Ask("bob", 20).Ok);
        walk.Clock.Move(0.02);
        Assert.True(Ask("ann", 20).Ok);         // the same id: a refusal for its rate is not remembered
    }

    [Fact]
    public void Requests_that_are_none_or_too_late_are_refused()
    {
        using TunedWalk walk = new();
        foreach (string client in new[] { "", "Ann", "a/b", new string('a', 33) })
            Assert.Equal(TuningCode.RefusedMalformed, walk.Desk.Handle(new HistoryRequest(client, "1")).Code);
        foreach (string id in new[] { "", new string('a', 65) })
            Assert.Equal(TuningCode.RefusedMalformed, walk.Desk.Handle(new HistoryRequest("ann", id)).Code);
        walk.Clock.Move(10);
        Assert.Equal(TuningCode.RefusedExpired, walk.Ask(id => new HistoryRequest("ann", id) { Expires = walk.Clock.GetUtcNow().AddSeconds(-1) }).Code);
        Assert.True(walk.Ask(id => new HistoryRequest("ann", id) { Expires = walk.Clock.GetUtcNow().AddSeconds(1) }).Ok);
        Assert.Equal("refused-nothing-staged", walk.Ask(id => new TrialRequest("ann", id, 1)).CodeWord);
        Assert.Equal("trial", new TrialRequest("ann", "", 1).Op);
    }

    [Fact]
    public void A_set_by_somebody_else_is_adopted_and_what_was_made_for_the_old_one_dropped()
    {
        using TunedWalk walk = new();
        walk.Run(10);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        walk.Commit(CommitTime.AtTick(30));
        walk.Controller.Tune(walk.Controller.Parameters with { Legs = new() { Waves = 1 } });
        walk.Run(50);
        Assert.Equal((3L, TuningAuthor.Scenario, 10L), (walk.Desk.Active.Number, walk.Desk.Active.Author, walk.Desk.Active.Tick));
        Assert.Equal([TuningEventKind.Adopted, TuningEventKind.Dropped], walk.Events().Select(happened => happened.Kind));
        Assert.Equal((1, 0.7), (walk.Controller.Parameters.Legs.Waves, walk.Controller.Parameters.Motor.LegAmplitude));
        Assert.True(walk.Change("motor.leg-amplitude=0.5").Ok);
        walk.Run(2);
        Assert.Equal((1, 0.5), (walk.Controller.Parameters.Legs.Waves, walk.Controller.Parameters.Motor.LegAmplitude));
    }

    [Fact]
    public void A_candidate_that_failed_its_trial_is_not_committed()
    {
        FakeTrials trials = new();
        using TunedWalk walk = new(trials: trials);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.5");
        TuningReply begun = walk.Ask(_ => new TrialRequest("ann", "t", 5));
        Assert.Equal(TuningCode.Accepted, begun.Code);
        Assert.Equal(TuningCode.RefusedPhase, walk.Commit().Code);
        trials.Done!(new TrialVerdict(false, "The animal fell."));
        Assert.True(walk.Desk.TryTakeReply(out TuningReply? outcome));
        Assert.Equal(("t", TuningCode.RefusedTrial, "The animal fell."), (outcome.Id, outcome.Code, outcome.Message));
        Assert.Same(outcome, walk.Ask(_ => new TrialRequest("ann", "t", 5)));
        Assert.Equal(TuningCode.RefusedTrial, walk.Commit().Code);
        walk.Stage("motor.leg-amplitude=0.6");
        walk.Ask(id => new TrialRequest("ann", id, 5));
        trials.Done!(new TrialVerdict(true, "It walks."));
        Assert.True(walk.Commit().Ok);
    }

    [Theory, InlineData("oscillator=phase"), InlineData("oscillator=bursting", "bursting.flexor.noise=0.1")]
    public void The_loop_allocates_nothing_whatever_is_tuned(params string[] set)
    {
        using TunedWalk walk = new(set);
        walk.Run(1500);
        long allocated = 0;
        walk.Lease();
        for (int k = 0; k < 20; k++)
        {
            Assert.True(walk.Stage($"motor.leg-amplitude={Naming.Number(0.4 + 0.01 * k)}", $"bursting.extensor.bias={Naming.Number(-0.3 + 0.001 * k)}").Ok);
            TuningReply reply = walk.Commit(ramp: k % 3, confirm: k % 2 == 0 ? 0.05 : null);
            Assert.True(reply.Ok, reply.Message);
            if (k % 5 == 4) walk.Ask(id => new RevertRequest("ann", id));
            long before = GC.GetAllocatedBytesForCurrentThread();
            walk.Run(1500);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            walk.Lease();
        }
        Assert.Equal(0, allocated);
        Assert.True(walk.Desk.Active.Number > 20);
    }

    private sealed class FakeTrials : ITrialRunner
    {
        public Action<TrialVerdict>? Done { get; private set; }

        public bool TryBegin(ControllerParameters candidate, int cycles, Action<TrialVerdict> done)
        {
            Done = done;
            return true;
        }
    }
}
