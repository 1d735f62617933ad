namespace Locomotion.Sim.Sweeps;

/// <summary>
/// A shard: results that one worker appended to a file of its own. Eight bytes say so; then rows: length of the content (4 bytes, little-endian as all
/// numbers), key (16), outcome (1), content, XXH3 of all these (8).
/// </summary>
internal static class ShardFormat
{
    /// <summary>The ending of a shard's name.</summary>
    public const string Ending = ".rows";

    /// <summary>Bytes before the content of a row.</summary>
    public const int Head = 4 + 16 + 1;

    /// <summary>Bytes after it.</summary>
    public const int Tail = 8;

    /// <summary>Longest content, bytes.</summary>
    public const int Longest = 1 << 22;

    /// <summary>The first bytes of the file; the last of them counts up when rows change.</summary>
    public static ReadOnlySpan<byte> Magic => "LOCROWS\x01"u8;
}
