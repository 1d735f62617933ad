using System.Numerics;

namespace Locomotion.Hardware.Timing;

/// <summary>
/// Durations counted in buckets that are 1/32 of their value wide: exact below 64 ns, to about 3 % above, from 0 to 68 s; what is longer counts as
/// the last bucket, but <see cref="Worst"/> is always exact. Written by one thread; allocates nothing after it is made.
/// </summary>
/// <remarks>Buckets as in HdrHistogram: an octave is divided linearly.</remarks>
public sealed class LatencyHistogram
{
    private const int Bits = 5, Parts = 1 << Bits;          // buckets in an octave
    private const int Octaves = 32;
    private const long Longest = (1L << (Bits + Octaves - 1)) - 1;

    private readonly long[] counts = new long[Octaves * Parts];
    private double sum;

    /// <summary>Durations recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, ns, exact; 0 if there is none.</summary>
    public long Worst { get; private set; }

    /// <summary>Their mean, ns; 0 if there is none.</summary>
    public double Mean => Count == 0 ? 0 : sum / Count;

    /// <summary>Counts one duration, ns; a negative one counts as 0.</summary>
    public void Record(long nanoseconds)
    {
        long value = Math.Max(0, nanoseconds);
        counts[Bucket(Math.Min(value, Longest))]++;
        Count++;
        sum += value;
        if (value > Worst) Worst = value;
    }

    /// <summary>The duration that <paramref name="fraction"/> of all do not exceed, ns, as the upper end of its bucket; 0 if there is none.</summary>
    /// <param name="fraction">0 to 1: 0.99 for p99.</param>
    public long Percentile(double fraction)
    {
        long rank = Math.Clamp((long)Math.Ceiling(fraction * Count), Math.Min(1, Count), Count), seen = 0;
        if (rank == 0) return 0;
        for (int bucket = 0; bucket < counts.Length - 1; bucket++)
        {
            seen += counts[bucket];
            if (seen >= rank) return Math.Min(Worst, UpperEnd(bucket));
        }
        return Worst;
    }

    /// <summary>Adds what <paramref name="other"/> has counted.</summary>
    public void Add(LatencyHistogram other)
    {
        for (int bucket = 0; bucket < counts.Length; bucket++) counts[bucket] += other.counts[bucket];
        Count += other.Count;
        sum += other.sum;
        Worst = Math.Max(Worst, other.Worst);
    }

    /// <summary>Copies all into <paramref name="target"/>, for a reader, and begins anew. Called by the thread that records.</summary>
    public void MoveTo(LatencyHistogram target)
    {
        counts.CopyTo(target.counts, 0);
        (target.Count, target.sum, target.Worst) = (Count, sum, Worst);
        Clear();
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        (Count, sum, Worst) = (0, 0, 0);
    }

    private static int Bucket(long value)
    {
        int octave = Math.Max(0, BitOperations.Log2((ulong)value | 1) - Bits);
        return octave * Parts + (int)(value >> octave);
    }

    /// <summary>The largest value that falls into a bucket, ns.</summary>
    private static long UpperEnd(int bucket)
    {
        int octave = Math.Max(0, bucket / Parts - 1);
        return ((bucket - (long)octave * Parts + 1) << octave) - 1;
    }
}
