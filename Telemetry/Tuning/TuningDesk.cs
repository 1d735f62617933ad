using System.Diagnostics.CodeAnalysis;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>
/// Where clients tune a moving animal: stage, try, commit, confirm, take back. It knows no network; docs/mqtt.md says what each request does.
/// Any thread may call it, and waits for the others; the loop calls <see cref="LoopSide"/> alone and never waits.
/// </summary>
public sealed class TuningDesk
{
    /// <summary>The most leg cycles of a trial.</summary>
    public const int MostTrialCycles = 50;

    private const int LongestId = 64, MostClients = 64, MostWaiting = 256;

    private readonly Lock gate = new();
    private readonly CentipedeController controller;
    private readonly TimeProvider clock;
    private readonly ITrialRunner? trials;
    private readonly TuningLease lease;
    private readonly VersionHistory history;
    private readonly ChangePlanner planner;
    private readonly ChangeLedger ledger;
    private readonly Dictionary<string, TuningClient> clients = [];
    private readonly Queue<TuningReply> lateReplies = [];
    private long lostReplies;

    /// <summary>A desk for one animal. Make it before the loop begins, on the thread that makes the animal.</summary>
    /// <param name="controller">Whom it tunes.</param>
    /// <param name="clock">For leases, rates and expiry; the run's own time is counted in ticks.</param>
    /// <param name="trials">Who tries candidates; null: nobody can.</param>
    public TuningDesk(CentipedeController controller, TimeProvider clock, ITrialRunner? trials = null)
    {
        (this.controller, this.clock, this.trials) = (controller, clock, trials);
        LoopSide = new TuningLoopSide(controller);
        lease = new TuningLease(clock);
        history = new VersionHistory(controller.Parameters, Math.Max(0, LoopSide.Tick));
        planner = new ChangePlanner(controller, LoopSide);
        ledger = new ChangeLedger(LoopSide, history);
    }

    /// <summary>What the loop calls after each tick.</summary>
    public TuningLoopSide LoopSide { get; }

    /// <summary>The active version.</summary>
    public TuningVersion Active
    {
        get
        {
            lock (gate)
            {
                ledger.Read();
                return history.Active;
            }
        }
    }

    /// <summary>The last versions, oldest first, the active one at the end.</summary>
    public IReadOnlyList<TuningVersion> History
    {
        get
        {
            lock (gate)
            {
                ledger.Read();
                return history.All;
            }
        }
    }

    /// <summary>Who may change parameters, and how long; null: nobody.</summary>
    public (string Client, DateTimeOffset Until)? LeaseHolder
    {
        get
        {
            lock (gate) return lease.Holder is { } holder && lease.Until is { } until ? (holder, until) : null;
        }
    }

    /// <summary>Events and late replies that were thrown away, since nobody took them.</summary>
    public long Lost
    {
        get
        {
            lock (gate) return ledger.Lost + lostReplies;
        }
    }

    /// <summary>What has happened and was not taken yet, the oldest first; false if nothing has.</summary>
    public bool TryTakeEvent([NotNullWhen(true)] out TuningEvent? happened)
    {
        lock (gate)
        {
            ledger.Read();
            return ledger.TryTake(out happened);
        }
    }

    /// <summary>A second reply to a request that was accepted: a trial's outcome. False if there is none.</summary>
    public bool TryTakeReply([NotNullWhen(true)] out TuningReply? reply)
    {
        lock (gate) return lateReplies.TryDequeue(out reply);
    }

    /// <summary>Does what a client asks for, or says why not.</summary>
    public TuningReply Handle(TuningRequest request)
    {
        lock (gate)
        {
            ledger.Read();
            if (!ClientName.IsValid(request.Client) || request.Id is not { Length: > 0 and <= LongestId })
                return Reply(request, TuningCode.RefusedMalformed, $"A client's name is of a to z, 0 to 9 and -, at most {ClientName.Longest}; an id is any text up to {LongestId}.");
            TuningClient client = Client(request.Client);
            if (!client.TryAsk())
                return Reply(request, TuningCode.RefusedRate, $"More than {TuningClient.MostPerSecond} requests in a second; ask again later.");
            if (client.Replied(request.Id) is { } before) return before;
            TuningReply reply = request.Expires is { } expires && clock.GetUtcNow() > expires
                ? Reply(request, TuningCode.RefusedExpired, "It came after it had expired; ask again.")
                : Do(request, client);
            if (client.Replied(request.Id) is null) client.Remember(reply);
            return reply;
        }
    }

    private TuningReply Do(TuningRequest request, TuningClient client) => request switch
    {
        LeaseRequest take => Take(take),
        ReleaseRequest => lease.TryRelease(request.Client) ? Done(request, "The lease is given back.") : Reply(request, TuningCode.RefusedLease, "It is not yours to give back."),
        StageRequest stage => Stage(stage, client),
        DiscardRequest => Discard(request, client),
        TrialRequest trial => Try(trial, client),
        HistoryRequest => Done(request, $"{history.All.Count} versions.") with { History = history.All },
        SetRequest set when lease.Holder is null || lease.Holder == set.Client => Set(set, client),
        _ when lease.Holder != request.Client => Reply(request, TuningCode.RefusedLease,
            lease.Holder is { } other ? $"'{other}' may change parameters now; ask again when its lease is over." : "Take the lease first."),
        CommitRequest commit => Commit(commit, client),
        ConfirmRequest confirm => Confirm(confirm),
        RevertRequest => Revert(request),
        RollbackRequest rollback => RollBack(rollback),
        _ => Reply(request, TuningCode.RefusedUnknownOp, $"There is no operation '{request.Op}'."),
    };

    private TuningReply Take(LeaseRequest request)
    {
        if (!(request.Seconds > 0 && request.Seconds <= TuningLease.LongestSeconds))
            return Reply(request, TuningCode.RefusedMalformed, $"A lease lasts more than 0 and at most {TuningLease.LongestSeconds} s.");
        return lease.TryTake(request.Client, request.Seconds)
            ? Done(request, $"Yours for {Naming.Number(request.Seconds)} s.")
            : Reply(request, TuningCode.RefusedLease, $"'{lease.Holder}' holds it; ask again when it is over.");
    }

    private TuningReply Stage(StageRequest request, TuningClient client)
    {
        if (request.BaseVersion != history.Active.Number) return Stale(request, request.BaseVersion);
        if (request.Values.Count > CandidateCheck.MostValues)
            return Reply(request, TuningCode.RefusedTooLarge, $"{request.Values.Count} values are more than there are parameters, {CandidateCheck.MostValues}.");
        RefusedValues refusals = new();
        ControllerParameters set = CandidateCheck.Apply(history.Active.Set, request.Values, refusals);
        if (refusals.Count == 0) RefuseUnfit(set, refusals);
        if (refusals.Count > 0)
            return Reply(request, refusals.AreForRest ? TuningCode.RefusedAtRest : TuningCode.RefusedField, refusals.Message) with { Refusals = refusals.Explained };
        client.Candidate = new TuningCandidate(set, request.BaseVersion);
        return Done(request, $"Staged: {request.Values.Count} values upon version {request.BaseVersion}.");
    }

    private void RefuseUnfit(ControllerParameters set, RefusedValues refusals)
    {
        try
        {
            controller.Prepare(set);
        }
        catch (InvalidInputException refused)
        {
            refusals.Add(refused.Thing, FieldCode.Together, () => refused.Message);
        }
    }

    private TuningReply Discard(TuningRequest request, TuningClient client)
    {
        bool had = client.Candidate is not null;
        client.Candidate = null;
        return Done(request, had ? "The candidate is forgotten." : "There was no candidate.");
    }

    private TuningReply Try(TrialRequest request, TuningClient client)
    {
        if (request.Cycles is < 1 or > MostTrialCycles) return Reply(request, TuningCode.RefusedMalformed, $"A trial takes 1 to {MostTrialCycles} cycles.");
        if (client.Candidate is not { } candidate) return NothingStaged(request);
        if (candidate.BaseVersion != history.Active.Number) return Stale(request, candidate.BaseVersion);
        if (trials is null) return Reply(request, TuningCode.RefusedTrial, "There is no simulation to try it in.");
        if (candidate.OnTrial || !trials.TryBegin(candidate.Set, request.Cycles, verdict => Judge(request, candidate, verdict)))
            return Reply(request, TuningCode.RefusedPhase, "Another trial runs; ask again when it is over.");
        candidate.OnTrial = candidate.Verdict is null;
        return Reply(request, TuningCode.Accepted, "The trial runs; its outcome follows.");
    }

    private void Judge(TrialRequest request, TuningCandidate candidate, TrialVerdict verdict)
    {
        lock (gate)
        {
            (candidate.OnTrial, candidate.Verdict) = (false, verdict);
            TuningReply reply = Reply(request, verdict.Passed ? TuningCode.Ok : TuningCode.RefusedTrial, verdict.Reason);
            Client(request.Client).Remember(reply);
            lateReplies.Enqueue(reply);
            if (lateReplies.Count > MostWaiting && lateReplies.TryDequeue(out _)) lostReplies++;
        }
    }

    private TuningReply Commit(CommitRequest request, TuningClient client)
    {
        if (client.Candidate is not { } candidate) return NothingStaged(request);
        if (candidate.BaseVersion != history.Active.Number) return Stale(request, candidate.BaseVersion);
        if (candidate.OnTrial) return Reply(request, TuningCode.RefusedPhase, "Its trial still runs.");
        if (candidate.Verdict is { Passed: false } failed) return Reply(request, TuningCode.RefusedTrial, $"It failed its trial: {failed.Reason} Stage another one.");
        if (ledger.Pending is { } other) return Reply(request, TuningCode.RefusedPhase, $"Version {other.Version} is on its way or waits to be confirmed; confirm it or revert.");
        if (planner.Refusal(request) is { } refusal) return Reply(request, refusal.Code, refusal.Message);
        try
        {
            ledger.Pending = planner.Commit(request, candidate.Set, history);
        }
        catch (InvalidInputException refused)   // on the way of the ramp
        {
            return Reply(request, TuningCode.RefusedField, refused.Message) with { Refusals = [new FieldRefusal(refused.Thing, FieldCode.Together, refused.Message)] };
        }
        client.Candidate = null;
        return Post(request, request.When.Tick);
    }

    private TuningReply Set(SetRequest request, TuningClient client)
    {
        TuningCandidate? before = client.Candidate;
        TuningReply reply = Stage(new StageRequest(request.Client, request.Id, history.Active.Number, request.Values), client);
        if (reply.Ok) reply = Commit(new CommitRequest(request.Client, request.Id), client);
        client.Candidate = before;
        return reply with { Op = request.Op };
    }

    private TuningReply Confirm(ConfirmRequest request)
    {
        TuningVersion active = history.Active;
        if (request.Version != active.Number) return Stale(request, request.Version);
        if (ledger.Pending is not { Undo: not null } change || change.Version != active.Number) return Done(request, "There was nothing to confirm.");
        if (!change.TryConfirm()) return Reply(request, TuningCode.RefusedVersion, $"Version {request.Version} is being taken back, since nobody confirmed it in time.");
        if (active.ConfirmUntil is not null) ledger.Pending = null;    // else it still ramps
        history.Await(null);
        return Done(request, $"Version {request.Version} stays.");
    }

    private TuningReply Revert(TuningRequest request)
    {
        if (ledger.Withdraw() is { } withdrawn) return Done(request, $"Version {withdrawn.Version} is withdrawn; version {history.Active.Number} stays.");
        // what was begun, and perhaps not noted yet
        (long from, long parent) = ledger.Pending is { } begun && begun.Version != history.Active.Number ? (begun.Version, begun.Parent) : (history.Active.Number, history.Active.Parent);
        if (history.Find(parent) is not { } earlier)
            return Reply(request, TuningCode.RefusedUnknownVersion, parent == 0 ? $"Version {from} has no parent." : $"Version {parent} is not kept any more.");
        ledger.Pending = planner.Back(earlier, history, earlier.Parent, request.Client, TuningEventKind.Reverted);
        return Post(request, null);
    }

    private TuningReply RollBack(RollbackRequest request)
    {
        if (history.Find(request.Version) is not { } earlier)
            return Reply(request, TuningCode.RefusedUnknownVersion, $"There is no version {request.Version} among the last {VersionHistory.Most}.");
        ledger.Withdraw();
        ledger.Pending = planner.Back(earlier, history, history.Active.Number, request.Client, TuningEventKind.Committed);
        return Post(request, null);
    }

    private TuningReply Post(TuningRequest request, long? tick)
    {
        LoopSide.Post(ledger.Pending!);
        return Reply(request, TuningCode.Accepted, $"Version {ledger.Pending!.Version} is on its way.") with { Version = ledger.Pending.Version, Tick = tick ?? LoopSide.Tick };
    }

    private TuningClient Client(string name)
    {
        if (clients.TryGetValue(name, out TuningClient? known)) return known;
        if (clients.Count >= MostClients) clients.Remove(clients.Where(client => client.Key != lease.Holder).MinBy(client => client.Value.LastAsked).Key);
        return clients[name] = new TuningClient(clock);
    }

    private TuningReply NothingStaged(TuningRequest request) => Reply(request, TuningCode.RefusedNothingStaged, "You have no candidate; stage values first.");

    private TuningReply Stale(TuningRequest request, long version) =>
        Reply(request, TuningCode.RefusedVersion, $"Version {version} is not the active one, which is {history.Active.Number}.");

    private TuningReply Done(TuningRequest request, string message) => Reply(request, TuningCode.Ok, message);

    private TuningReply Reply(TuningRequest request, TuningCode code, string message) =>
        new(request.Client, request.Id, request.Op, code, message) { Version = history.Active.Number, Tick = LoopSide.Tick };
}
