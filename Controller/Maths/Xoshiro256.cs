using System.Numerics;

namespace Locomotion.Controller.Maths;

/// <summary>
/// The project's random generator: seeded, equal on every machine, allocation-free. A value type, so that a stream for each of many
/// neurons is one array: pass it by <c>ref</c>, since a copy repeats the sequence.
/// </summary>
/// <remarks>
/// xoshiro256**, state filled from the seed by SplitMix64.
/// <para>Source: Blackman and Vigna 2021, ACM Trans. Math. Softw. 47:36, doi:10.1145/3460772.</para>
/// </remarks>
public struct Xoshiro256
{
    private ulong s0, s1, s2, s3;

    /// <summary>A generator whose whole sequence follows from <paramref name="seed"/>.</summary>
    public Xoshiro256(ulong seed)
    {
        s0 = SplitMix64(ref seed);
        s1 = SplitMix64(ref seed);
        s2 = SplitMix64(ref seed);
        s3 = SplitMix64(ref seed);
    }

    /// <summary>One of many generators that share a seed: which one does not depend on how many there are.</summary>
    public static Xoshiro256 Stream(ulong seed, ulong stream) => new(SplitMix64(ref seed) + stream);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A double uniform on [0, 1), from the top 53 bits.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A double uniform on [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double NextBetween(double low, double high) => low + (high - low) * NextUnit();

    /// <summary>A double from the normal distribution of mean 0 and deviation 1; never beyond 8.3. One draw of bits each.</summary>
    public double NextNormal() => NormalQuantile.At(((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52)));

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
