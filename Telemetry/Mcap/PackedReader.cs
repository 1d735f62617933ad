namespace Locomotion.Telemetry.Mcap;

/// <summary>Reads what <see cref="RecordWriter.Packed"/> wrote.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public uint Next()
    {
        uint value = 0;
        for (int k = 0; ; k++)
        {
            value |= (uint)(rest[k] & 0x7F) << (7 * k);
            if ((rest[k] & 0x80) != 0) continue;
            rest = rest[(k + 1)..];
            return value;
        }
    }
}
