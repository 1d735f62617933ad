using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>What the loop tells the desk.</summary>
internal enum LoopNoteKind
{
    /// <summary>A change's first set is in force.</summary>
    Begun,
    /// <summary>A change's last set is in force.</summary>
    Arrived,
    /// <summary>A change was undone, since nobody confirmed.</summary>
    Undone,
    /// <summary>A change does not come: another set is in force than the one it was made for.</summary>
    Outdated,
    /// <summary>A change does not come: its phase never did.</summary>
    NeverDue,
    /// <summary>Somebody else's set is in force.</summary>
    Foreign,
}

/// <summary>One note.</summary>
internal readonly record struct LoopNote(LoopNoteKind Kind, long Tick, TuningChange? Change, ControllerParameters? Set);

/// <summary>Hands notes from the loop to the desk. One thread puts, one takes; no allocation.</summary>
internal sealed class LoopNotes
{
    private const int Capacity = 64, Reserve = 16;
    private readonly LoopNote[] slots = new LoopNote[Capacity];
    private long put, taken;

    /// <summary>Whether there is room for all that a change may cause. Loop thread only.</summary>
    public bool HasRoom => Capacity - (put - Volatile.Read(ref taken)) > Reserve;

    /// <summary>Puts a note. Loop thread only.</summary>
    public void Put(in LoopNote note)
    {
        if (put - Volatile.Read(ref taken) == Capacity) return;     // cannot be: HasRoom is asked before every change
        slots[put % Capacity] = note;
        Volatile.Write(ref put, put + 1);
    }

    /// <summary>Takes the oldest; false if there is none. Desk only.</summary>
    public bool TryTake(out LoopNote note)
    {
        note = default;
        if (taken == Volatile.Read(ref put)) return false;
        note = slots[taken % Capacity];
        slots[taken % Capacity] = default;
        Volatile.Write(ref taken, taken + 1);
        return true;
    }
}
