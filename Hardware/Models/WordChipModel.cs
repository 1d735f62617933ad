using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>A chip whose registers have 16 bits, sent most significant byte first, behind a pointer that it keeps.</summary>
public abstract class WordChipModel(int address, IClock clock) : ChipModel(address, clock)
{
    private int taken, given;
    private byte high;
    private ushort word;

    /// <summary>The register that is pointed to.</summary>
    protected int Selected { get; private set; }

    /// <summary>The value of the register pointed to, as a read sees it.</summary>
    protected abstract ushort Load(int register);

    /// <summary>A whole word for the register pointed to.</summary>
    protected abstract void Store(int register, ushort value);

    internal override void Begin(bool read) => taken = given = 0;

    internal override bool Take(byte value)
    {
        if (taken == 0) Selected = value;
        else if (taken % 2 == 1) high = value;
        else Store(Selected, (ushort)(high << 8 | value));
        taken++;
        return true;
    }

    internal override byte Give()
    {
        if (given % 2 == 0) word = Load(Selected);
        return (byte)(given++ % 2 == 0 ? word >> 8 : word);
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        Selected = 0;
        taken = given = 0;
    }
}
