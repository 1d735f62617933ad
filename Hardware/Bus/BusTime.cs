namespace Locomotion.Hardware.Bus;

/// <summary>The time that a transaction takes on the wire, from its bits.</summary>
/// <remarks>
/// Start, stop and repeated start count one bit each, every byte, addresses too, eight and its acknowledge. What chips stretch and
/// what the adapter and the kernel take between transactions comes on top. Source: I2C specification UM10204, 3.1.
/// </remarks>
public static class BusTime
{
    /// <summary>Fast mode, the fastest that all chips here share (ADS1115, MPU-6050), Hz.</summary>
    public const int FastMode = 400_000;

    /// <summary>Bits of a transaction that writes, reads, or first writes and then reads, that many bytes after the address.</summary>
    public static int Bits(int write, int read)
    {
        int bits = 2;
        if (write > 0) bits += 9 * (1 + write);
        if (read > 0) bits += 9 * (1 + read);
        if (write > 0 && read > 0) bits++;
        return bits;
    }

    /// <summary>Time of <paramref name="bits"/> at <paramref name="hertz"/>, ns, rounded up.</summary>
    public static long Nanoseconds(long bits, int hertz) => (bits * 1_000_000_000 + hertz - 1) / hertz;
}
