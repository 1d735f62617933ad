using System.Diagnostics.CodeAnalysis;

namespace Locomotion.Telemetry.Tuning;

/// <summary>What became of the changes that were ordered: which one is on its way, which versions were active, what there is to tell. One thread at a time.</summary>
internal sealed class ChangeLedger(TuningLoopSide loop, VersionHistory history)
{
    private const int MostWaiting = 256;

    private readonly Queue<TuningEvent> events = [];

    /// <summary>The change that was accepted, and has not yet arrived and been confirmed; null if there is none.</summary>
    public TuningChange? Pending { get; set; }

    /// <summary>Events that were thrown away, since nobody took them.</summary>
    public long Lost { get; private set; }

    /// <summary>The oldest event that was not taken yet; false if there is none.</summary>
    public bool TryTake([NotNullWhen(true)] out TuningEvent? happened) => events.TryDequeue(out happened);

    /// <summary>Takes the pending change back if it has not begun, and tells so; null if there was no such change.</summary>
    public TuningChange? Withdraw()
    {
        if (Pending is not { Base: not null } waiting || !waiting.TryWithdraw()) return null;
        Pending = null;
        Tell(TuningEventKind.Dropped, loop.Tick, null, $"Version {waiting.Version} was withdrawn before it came.");
        return waiting;
    }

    /// <summary>Takes in what the loop has noted.</summary>
    public void Read()
    {
        while (loop.Notes.TryTake(out LoopNote note))
        {
            switch (note.Kind)
            {
                case LoopNoteKind.Foreign:
                    Tell(TuningEventKind.Adopted, note.Tick, history.Add(history.NextNumber(), note.Set!, history.Active.Number, TuningAuthor.Scenario, note.Tick), "Somebody else has tuned.");
                    break;
                case LoopNoteKind.Begun:
                    TuningChange begun = note.Change!;
                    TuningVersion version = history.Add(begun.Version, begun.Target, begun.Parent, begun.Author, note.Tick);
                    Tell(begun.Kind, note.Tick, version, $"Version {version.Number} by {version.Author}.");
                    break;
                case LoopNoteKind.Arrived:
                    Arrive(note.Change!, note.Tick);
                    break;
                case LoopNoteKind.Undone:
                    TuningChange undone = note.Change!;
                    TuningVersion restored = history.Add(history.NextNumber(), undone.Undo!.Set, undone.UndoneParent, TuningAuthor.Timeout, note.Tick);
                    Tell(TuningEventKind.Reverted, note.Tick, restored, $"Nobody confirmed version {undone.Version}.");
                    Forget(undone);
                    break;
                default:
                    string why = note.Kind == LoopNoteKind.NeverDue ? "its phase never came" : "another set has come between";
                    Tell(TuningEventKind.Dropped, note.Tick, null, $"Version {note.Change!.Version}: {why}.");
                    Forget(note.Change);
                    break;
            }
        }
    }

    private void Arrive(TuningChange change, long tick)
    {
        if (change.Ramps) Tell(TuningEventKind.RampDone, tick, history.Active, $"Version {change.Version} has arrived.");
        if (change.Undo is null || change.IsConfirmed) Forget(change);
        else if (history.Active.Number == change.Version) history.Await(tick + change.ConfirmTicks);
    }

    private void Forget(TuningChange change)
    {
        if (Pending == change) Pending = null;
    }

    /// <summary>Keeps an event for whoever takes it.</summary>
    private void Tell(TuningEventKind kind, long tick, TuningVersion? version, string message)
    {
        events.Enqueue(new TuningEvent(kind, tick, version, message));
        if (events.Count > MostWaiting && events.TryDequeue(out _)) Lost++;
    }
}
