using System.Numerics;
using System.Runtime.InteropServices;

namespace Locomotion.Controller.State;

/// <summary>A hash of 64 bits, quick on the few hundred bytes of a field. Not against an adversary.</summary>
/// <remarks>
/// A round is h = rotate((h xor w) P, 31): one to one in h and in w, so that no single changed word is lost. Several lanes take words in
/// turn, so that the processor need not wait for a product; they are then put together and mixed. Source: ours, after xxHash
/// (Collet, XXH64), whose round has a second product.
/// </remarks>
internal static class FieldHash
{
    private const ulong P = 0x9E3779B185EBCA87, Q = 0xC2B2AE3D27D4EB4F, S = 0x165667B19E3779F9;    // the primes of XXH64

    private const ulong Start = 0x27D4EB2F165667C5;

    /// <summary>A lane after one more word.</summary>
    public static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft((lane ^ word) * P, 31);

    /// <summary>How many columns <see cref="OfColumns"/> takes together.</summary>
    public const int Columns = 6;

    /// <summary>The hash of a lane that has taken in everything.</summary>
    public static ulong Mixed(ulong lane)
    {
        lane = (lane ^ (lane >> 33)) * Q;
        lane = (lane ^ (lane >> 29)) * S;
        return lane ^ (lane >> 32);
    }

    /// <summary>The hash of some bytes; words are read as they lie in memory, and all supported machines are little-endian.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ulong a = Start ^ (ulong)bytes.Length;
        if (words.Length >= 8)
        {
            ulong b = a + P, c = a + Q, d = a + S;
            for (; words.Length >= 4; words = words[4..])
            {
                a = Round(a, words[0]);
                b = Round(b, words[1]);
                c = Round(c, words[2]);
                d = Round(d, words[3]);
            }
            a = Round(Round(a, b), Round(c, d));
        }
        foreach (ulong word in words) a = Round(a, word);
        foreach (byte rest in bytes[(bytes.Length & ~7)..]) a = Round(a, rest);
        return Mixed(a);
    }

    /// <summary>The hashes of the first six columns of a table of <paramref name="width"/> columns, each in a lane of its own.</summary>
    public static void OfColumns(ReadOnlySpan<ulong> words, int width, Span<ulong> hashes)
    {
        ulong a = Start, b = Start, c = Start, d = Start, e = Start, f = Start;
        for (int k = 0; k + Columns <= words.Length; k += width)
        {
            a = Round(a, words[k]);
            b = Round(b, words[k + 1]);
            c = Round(c, words[k + 2]);
            d = Round(d, words[k + 3]);
            e = Round(e, words[k + 4]);
            f = Round(f, words[k + 5]);
        }
        (hashes[0], hashes[1], hashes[2]) = (Mixed(a), Mixed(b), Mixed(c));
        (hashes[3], hashes[4], hashes[5]) = (Mixed(d), Mixed(e), Mixed(f));
    }

    /// <summary>The hash of the first column of a table of <paramref name="width"/> columns.</summary>
    public static ulong OfColumn(ReadOnlySpan<ulong> words, int width)
    {
        ulong a = Start;
        for (int k = 0; k < words.Length; k += width) a = Round(a, words[k]);
        return Mixed(a);
    }
}
