using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>A chip whose registers have 8 bits, behind a pointer: the first byte written sets it, the others go where it points.</summary>
public abstract class ByteChipModel(int address, IClock clock) : ChipModel(address, clock)
{
    private bool pointed;

    /// <summary>The register that is pointed to; the chip itself moves it on.</summary>
    protected int Selected { get; set; }

    /// <summary>The register that a first byte of <paramref name="value"/> points to.</summary>
    private protected virtual int SelectedBy(byte value) => value;

    /// <summary>Takes a byte for the register pointed to; false: not acknowledged.</summary>
    private protected abstract bool TakeData(byte value);

    internal override void Begin(bool read)
    {
        if (!read) pointed = false;
    }

    internal override bool Take(byte value)
    {
        if (pointed) return TakeData(value);
        pointed = true;
        Selected = SelectedBy(value);
        return true;
    }
}
