using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;

namespace Locomotion.Telemetry.Tuning;

/// <summary>
/// The part of the <see cref="TuningDesk"/> that the loop calls after each tick: it carries out the change that is due, between two ticks, and
/// notes what came of it. It allocates nothing, takes no lock and waits for nobody; its time grows with the number of segments alone.
/// </summary>
public sealed class TuningLoopSide : IStepObserver
{
    /// <summary>The longest that a change waits for a phase, s of run time.</summary>
    public const double LongestWait = 10;

    private readonly CentipedeController controller;
    private readonly LegPace pace;
    private readonly long longestWait;
    private readonly LoopNotes notes = new();
    private ControllerParameters known;             // in force, as far as the desk was told
    private TuningChange? inbox;
    private TuningChange? change;                   // the one at work
    private Work work;
    private int next;                               // step of its ramp
    private long started, deadline;                 // ticks
    private PreparedParameters? ordered;            // asked for, and not yet seen in force
    private double phase, advance;                  // of the first left leg: where it is, and how far it came in the last tick, rad
    private long tick;

    internal TuningLoopSide(CentipedeController controller)
    {
        this.controller = controller;
        known = controller.Parameters;
        pace = new LegPace(controller.Segments, controller.Timing.Period);
        phase = controller.Segments[0].PhaseLeft;
        longestWait = controller.Timing.Ticks(LongestWait);
        tick = controller.Steps / controller.Timing.StepsPerTick - 1;
    }

    private enum Work
    {
        Waits,
        Runs,
        Unconfirmed,
        Undoes,
    }

    /// <summary>The last tick that was observed. Any thread.</summary>
    public long Tick => Volatile.Read(ref tick);

    /// <summary>Cycles of the left legs in a second, Hz, mean over the last half second. Any thread.</summary>
    public double LegFrequency => pace.Frequency;

    /// <summary>What the loop has noted. Desk only.</summary>
    internal LoopNotes Notes => notes;

    /// <summary>Puts a change in the place of the one that is at work, or waits. Desk only.</summary>
    internal void Post(TuningChange change) => Interlocked.Exchange(ref inbox, change);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        Listen(controller.Segments);
        SeeWhatHolds(tick);
        if (ordered is null)
        {
            TakeMail(tick);
            if (change is not null) Advance(tick + 1);
        }
        Volatile.Write(ref this.tick, tick);
    }

    private void Listen(ReadOnlySpan<SegmentState> segments)
    {
        pace.Listen(segments);
        advance = LegPace.Wrapped(segments[0].PhaseLeft - phase);
        phase = segments[0].PhaseLeft;
    }

    private void SeeWhatHolds(long tick)
    {
        ControllerParameters now = controller.Parameters;
        if (ordered is { } asked && ReferenceEquals(now, asked.Set))
        {
            ordered = null;
            known = now;
            NoteStep(tick);
            return;
        }
        if (!ReferenceEquals(now, known))
        {
            if (!notes.HasRoom) return;             // next time
            known = now;
            ordered = null;
            notes.Put(new LoopNote(LoopNoteKind.Foreign, tick, null, now));
            if (change is not null && work != Work.Waits) Drop(LoopNoteKind.Outdated, tick);
        }
        else if (ordered is { } again) controller.TunePrepared(again);
    }

    /// <summary>A step of the change at work is in force.</summary>
    private void NoteStep(long tick)
    {
        TuningChange done = change!;
        if (work == Work.Undoes)
        {
            notes.Put(new LoopNote(LoopNoteKind.Undone, tick, done, null));
            change = null;
            return;
        }
        if (next == 1)
        {
            started = tick;
            notes.Put(new LoopNote(LoopNoteKind.Begun, tick, done, null));
        }
        if (next < done.Steps.Length) return;
        notes.Put(new LoopNote(LoopNoteKind.Arrived, tick, done, null));
        (work, deadline) = (Work.Unconfirmed, tick + done.ConfirmTicks);
        if (done.Undo is null) change = null;
    }

    private void TakeMail(long tick)
    {
        if (Volatile.Read(ref inbox) is null || !notes.HasRoom) return;
        change = Interlocked.Exchange(ref inbox, null);
        (work, next, deadline) = (Work.Waits, 0, tick + longestWait);
    }

    private void Advance(long coming)
    {
        TuningChange at = change!;
        switch (work)
        {
            case Work.Waits:
                if (at.Base is { } expected && !ReferenceEquals(expected, known)) Withdraw(LoopNoteKind.Outdated, coming);
                else if (IsDue(at.When, coming)) Begin(at);
                else if (at.When.Phase is not null && coming > deadline) Withdraw(LoopNoteKind.NeverDue, coming);
                break;
            case Work.Runs:
                if (coming - started < at.Offsets[next]) break;
                while (next + 1 < at.Steps.Length && coming - started >= at.Offsets[next + 1]) next++;
                Order(at.Steps[next++]);
                break;
            default:
                if (coming < deadline) break;
                if (!at.TryUndo())
                {
                    change = null;
                    break;
                }
                work = Work.Undoes;
                Order(at.Undo!);
                break;
        }
    }

    private bool IsDue(CommitTime when, long coming)
    {
        if (when.Tick is { } tick) return coming >= tick;
        if (when.Phase is not { } wanted) return true;
        double behind = phase - wanted;          // how far it has passed the phase
        behind -= Math.Tau * Math.Floor(behind / Math.Tau);
        return advance > 0 && behind < advance;
    }

    private void Begin(TuningChange at)
    {
        if (!at.TryBegin())
        {
            change = null;
            return;
        }
        (work, next) = (Work.Runs, 1);
        Order(at.Steps[0]);
    }

    private void Order(PreparedParameters set)
    {
        ordered = set;
        controller.TunePrepared(set);
    }

    private void Withdraw(LoopNoteKind why, long tick)
    {
        if (change!.TryWithdraw()) Drop(why, tick);
        else change = null;
    }

    private void Drop(LoopNoteKind why, long tick)
    {
        notes.Put(new LoopNote(why, tick, change, null));
        change = null;
    }
}
