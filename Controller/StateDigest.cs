using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Locomotion.Controller;

/// <summary>A chained hash over the bits of a state: two runs agree in every step if and, for practical purposes, only if their last digests do.</summary>
/// <remarks>XXH3, 64 bits (Collet, xxHash). Doubles are hashed as they lie in memory; all supported machines are little-endian.</remarks>
public static class StateDigest
{
    /// <summary>The digest of <paramref name="values"/>, seeded with that of everything before.</summary>
    public static ulong Chain(ulong seed, ReadOnlySpan<double> values) => Chain(seed, MemoryMarshal.AsBytes(values));

    /// <summary>The digest of <paramref name="bytes"/>, seeded with that of everything before.</summary>
    public static ulong Chain(ulong seed, ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes, unchecked((long)seed));
}
