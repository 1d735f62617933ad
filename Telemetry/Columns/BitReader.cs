namespace Locomotion.Telemetry.Columns;

/// <summary>Reads what <see cref="BitWriter"/> wrote. Beyond the end there are zeros, and <see cref="Overrun"/> says so.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;       // in bits

    /// <summary>Whether more was read than there is.</summary>
    public readonly bool Overrun => position > 8L * bytes.Length;

    /// <summary>The next <paramref name="bits"/> bits, 0 to 64.</summary>
    public ulong Read(int bits)
    {
        ulong value = 0;
        for (int done = 0; done < bits;)
        {
            int at = position >> 3, offset = position & 7, taken = Math.Min(8 - offset, bits - done);
            ulong here = at < bytes.Length ? (ulong)bytes[at] >> offset & ((1UL << taken) - 1) : 0;
            value |= here << done;
            done += taken;
            position += taken;
        }
        return value;
    }

    /// <summary>How many ones follow, up to <paramref name="most"/>; the zero that ends them is taken too.</summary>
    public int Ones(int most)
    {
        int ones = 0;
        while (ones < most && Read(1) == 1) ones++;
        return ones;
    }
}
