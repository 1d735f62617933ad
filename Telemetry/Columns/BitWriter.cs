using System.Buffers.Binary;

namespace Locomotion.Telemetry.Columns;

/// <summary>Appends bits to a buffer, lowest bit first. The buffer grows as needed and is used again after <see cref="Clear"/>.</summary>
internal sealed class BitWriter
{
    private byte[] bytes = new byte[1024];
    private ulong pending;      // the lowest `count` bits wait to be written
    private int length, count;

    /// <summary>Everything written, after <see cref="Align"/>.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>Starts anew.</summary>
    public void Clear() => (pending, length, count) = (0, 0, 0);

    /// <summary>Appends the lowest <paramref name="bits"/> bits of <paramref name="value"/>, 0 to 64; the bits above must be 0.</summary>
    public void Write(ulong value, int bits)
    {
        pending |= value << count;      // for count 0 to 63
        if (count + bits < 64)
        {
            count += bits;
            return;
        }
        Reserve(8);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(length), pending);
        length += 8;
        pending = count == 0 ? 0 : value >> (64 - count);
        count += bits - 64;
    }

    /// <summary>Fills the last byte with zeros and writes it.</summary>
    public void Align()
    {
        Reserve(8);
        for (; count > 0; count -= 8, pending >>= 8) bytes[length++] = (byte)pending;
        (pending, count) = (0, 0);
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more) Array.Resize(ref bytes, 2 * bytes.Length);
    }
}
