using System.Buffers.Text;
using System.Globalization;

namespace Locomotion.Hardware.Models;

/// <summary>All traffic of a simulated bus as text, a line for each transaction. Allocates nothing once made.</summary>
/// <remarks>
/// <code>
/// # time_ns bus traffic
/// 1500000 1 S W60 06 00 00 00 10 P
/// 3012500 1 S W20 12 S R20 7F 3F P
/// 3100000 1 S W41! P
/// 3200000 1 S hangs
/// </code>
/// The time is that of the start; S start or repeated start, W and R the address with the direction, bytes in hexadecimal, P stop. A
/// mark ! says that the byte before it was not acknowledged by the chip; hangs, that no bit could be sent.
/// </remarks>
public sealed class BusLog : IDisposable
{
    private readonly Stream stream;
    private readonly byte[] line = new byte[64 + 4 * 512];
    private int length;

    /// <summary>A log to <paramref name="stream"/>, which it closes at the end.</summary>
    public BusLog(Stream stream)
    {
        this.stream = stream;
        stream.Write("# time_ns bus traffic\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    internal void Begin(long nanoseconds, int bus)
    {
        length = 0;
        Number(nanoseconds);
        Text(" "u8);
        Number(bus);
    }

    internal void Address(int address, bool read, bool acknowledged)
    {
        Text(read ? " S R"u8 : " S W"u8);
        Hex((byte)address);
        if (!acknowledged) Text("!"u8);
    }

    internal void Byte(byte value, bool acknowledged)
    {
        if (length > line.Length - 16) return;      // longer than any transaction of these chips
        Text(" "u8);
        Hex(value);
        if (!acknowledged) Text("!"u8);
    }

    internal void Stop() => Finish(" P\n"u8);

    internal void Hang() => Finish(" S hangs\n"u8);

    private void Finish(ReadOnlySpan<byte> end)
    {
        Text(end);
        stream.Write(line, 0, length);
    }

    private void Number(long value)
    {
        Utf8Formatter.TryFormat(value, line.AsSpan(length), out int written);
        length += written;
    }

    private void Hex(byte value)
    {
        value.TryFormat(line.AsSpan(length), out int written, "X2", CultureInfo.InvariantCulture);
        length += written;
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(line.AsSpan(length));
        length += text.Length;
    }
}
