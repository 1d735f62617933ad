using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>A change of the active set that is on its way: made by the desk, carried out by the loop's side.</summary>
internal sealed class TuningChange
{
    private const int Waiting = 0, Begun = 1, Withdrawn = 2, Confirmed = 3, Undone = 4;
    private int fate;

    /// <summary>The version that it makes active.</summary>
    public required long Version { get; init; }

    /// <summary>The version that a revert of it goes back to.</summary>
    public required long Parent { get; init; }

    /// <summary>The version that a revert goes back to once nobody has confirmed.</summary>
    public long UndoneParent { get; init; }

    /// <summary>Who asked.</summary>
    public required string Author { get; init; }

    /// <summary>What its coming is called.</summary>
    public required TuningEventKind Kind { get; init; }

    /// <summary>When it begins.</summary>
    public CommitTime When { get; init; }

    /// <summary>The set that must be active then, or the change is dropped; null: any.</summary>
    public ControllerParameters? Base { get; init; }

    /// <summary>The sets of its ramp, or the one set. At least one.</summary>
    public required PreparedParameters[] Steps { get; init; }

    /// <summary>Ticks from the first step's to each one's.</summary>
    public required long[] Offsets { get; init; }

    /// <summary>What is taken if nobody confirms; null: nothing is.</summary>
    public PreparedParameters? Undo { get; init; }

    /// <summary>Ticks from the last step's to the undoing.</summary>
    public long ConfirmTicks { get; init; }

    /// <summary>Whether it ramps.</summary>
    public bool Ramps => Steps.Length > 1;

    /// <summary>The whole set at its end.</summary>
    public ControllerParameters Target => Steps[^1].Set;

    /// <summary>The loop begins it; false if the desk has withdrawn it.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref fate, Begun, Waiting) == Waiting;

    /// <summary>It will not come; false if it has begun.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref fate, Withdrawn, Waiting) == Waiting;

    /// <summary>The desk keeps it; false if it has not begun, or the loop has taken it back.</summary>
    public bool TryConfirm() => Interlocked.CompareExchange(ref fate, Confirmed, Begun) == Begun;

    /// <summary>Whether the desk keeps it.</summary>
    public bool IsConfirmed => Volatile.Read(ref fate) == Confirmed;

    /// <summary>The loop takes it back; false if the desk keeps it.</summary>
    public bool TryUndo() => Interlocked.CompareExchange(ref fate, Undone, Begun) == Begun;
}
