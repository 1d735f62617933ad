using System.Buffers.Binary;
using System.Text;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Encodes records, little-endian, into a buffer that grows and is used again: once grown, writing allocates nothing.</summary>
internal sealed class RecordWriter(int capacity = 4096)
{
    private byte[] buffer = new byte[capacity];

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Opens a record; gives where it starts, for <see cref="End"/>.</summary>
    public int Begin(Opcode opcode)
    {
        int start = Length;
        U8((byte)opcode);
        U64(0);
        return start;
    }

    /// <summary>Closes the record that starts there: puts in its length.</summary>
    public void End(int start) => SetU64(start + 1, (ulong)(Length - start - Limits.RecordPrefix));

    public void U8(byte value) => Reserve(1)[0] = value;

    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Reserve(2), value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), value);

    /// <summary>Puts a number over what stands at <paramref name="position"/>.</summary>
    public void SetU32(int position, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(position, 4), value);

    /// <inheritdoc cref="SetU32"/>
    public void SetU64(int position, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(position, 8), value);

    /// <summary>A number in as few bytes as it needs, seven bits in each. For our own memory; MCAP has none.</summary>
    public void Packed(uint value)
    {
        for (; value >= 0x80; value >>= 7) U8((byte)(value | 0x80));
        U8((byte)value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Text as UTF-8 after its length.</summary>
    public void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        U32((uint)length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    /// <summary>A map of texts after its length in bytes, in the order of the pairs.</summary>
    public void Pairs(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        int start = Length;
        U32(0);
        foreach ((string key, string value) in pairs)
        {
            Text(key);
            Text(value);
        }
        SetU32(start, (uint)(Length - start - 4));
    }

    /// <summary>Room for at least <paramref name="count"/> bytes, to be filled in part; then call <see cref="Advance"/>.</summary>
    public Span<byte> Room(int count)
    {
        if (buffer.Length - Length < count) Array.Resize(ref buffer, Math.Max(checked(Length + count), (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
        return buffer.AsSpan(Length);
    }

    /// <summary>Keeps the first <paramref name="count"/> bytes of the <see cref="Room"/> just filled.</summary>
    public void Advance(int count) => Length += count;

    private Span<byte> Reserve(int count)
    {
        Span<byte> room = Room(count)[..count];
        Length += count;
        return room;
    }
}
