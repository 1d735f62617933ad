using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>
/// A chip as the bus sees it: bytes in and out by its data sheet. Reads time from a clock that it is given and no other; what happens
/// by itself (conversions, brown-outs) is worked out when somebody looks.
/// </summary>
public abstract class ChipModel(int address, IClock clock)
{
    private readonly List<Violation> violations = [];
    private long brownOutAt = long.MaxValue;

    /// <summary>The chip's own address, 7 bits.</summary>
    public int Address { get; } = address;

    /// <summary>Uses of the chip that its data sheet forbids, or that would have moved a servo wrongly, oldest first.</summary>
    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>Times that the chip lost its supply.</summary>
    public int BrownOuts { get; private set; }

    /// <summary>Whether it answers to no address any more: its supply, or one of its two wires, is broken.</summary>
    public bool IsDead { get; set; }

    /// <summary>The time now, ns.</summary>
    protected long Now => clock.Nanoseconds;

    /// <summary>Takes the supply away for a moment: every register goes to its power-up value.</summary>
    public void BrownOut()
    {
        BrownOuts++;
        Reset();
    }

    /// <summary>Plans a <see cref="BrownOut"/> for the instant <paramref name="nanoseconds"/>.</summary>
    public void BrownOutAt(long nanoseconds) => brownOutAt = nanoseconds;

    /// <summary>Brings the chip up to now. Called before anything is read or written.</summary>
    internal virtual void Settle()
    {
        if (Now < brownOutAt) return;
        brownOutAt = long.MaxValue;
        BrownOut();
    }

    /// <summary>True when the chip acknowledges this address.</summary>
    internal virtual bool Answers(int address, bool read) => address == Address;

    /// <summary>A start, or repeated start, with the chip's address.</summary>
    internal abstract void Begin(bool read);

    /// <summary>Takes a written byte; false: not acknowledged.</summary>
    internal abstract bool Take(byte value);

    /// <summary>Gives the next byte of a read.</summary>
    internal abstract byte Give();

    /// <summary>The stop that ends a transaction; <paramref name="interrupted"/> when it was broken off by a lost acknowledge.</summary>
    internal virtual void End(bool interrupted)
    {
    }

    /// <summary>A byte to the general-call address; false: not acknowledged.</summary>
    internal virtual bool TakeGeneralCall(byte value) => false;

    /// <summary>All registers to their values at power-up.</summary>
    protected abstract void Reset();

    /// <summary>Notes a use that is not allowed.</summary>
    protected void Violate(ViolationKind kind, string what) => violations.Add(new Violation(Now, Address, kind, what));
}
