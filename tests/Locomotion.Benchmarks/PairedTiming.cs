using System.Diagnostics;

namespace Locomotion.Benchmarks;

/// <summary>How long a step of A and of B took in alternating blocks. Nanoseconds; medians over the rounds.</summary>
/// <param name="NanosecondsA">Median time of a step of A.</param>
/// <param name="NanosecondsB">Median time of a step of B.</param>
/// <param name="Ratio">Median over the rounds of time A / time B.</param>
/// <param name="RatioLow">Lower quartile of that ratio.</param>
/// <param name="RatioHigh">Upper quartile of that ratio.</param>
public readonly record struct PairedTimes(double NanosecondsA, double NanosecondsB, double Ratio, double RatioLow, double RatioHigh);

/// <summary>Times two programs against each other on a machine that others use too.</summary>
/// <remarks>
/// Each round runs a block of A and a block of B one after the other, so a slow spell hits both; which goes first alternates, so
/// that a drift favours neither. The median of the rounds' ratios ignores the rounds that a spell hit on one side only.
/// </remarks>
public static class PairedTiming
{
    /// <summary>Runs both for a few rounds unmeasured, then for <paramref name="rounds"/> measured ones of so many steps each; before each round it may rest, unmeasured.</summary>
    public static PairedTimes Run(Action<int> runA, Action<int> runB, int steps, int rounds = 101, int warmUpRounds = 5, Action<int>? rest = null)
    {
        double[] a = new double[rounds], b = new double[rounds], ratio = new double[rounds];
        for (int round = -warmUpRounds; round < rounds; round++)
        {
            rest?.Invoke(round);
            bool firstA = round % 2 == 0;
            double first = NanosecondsPerStep(firstA ? runA : runB, steps);
            double second = NanosecondsPerStep(firstA ? runB : runA, steps);
            if (round < 0)
                continue;
            (a[round], b[round]) = firstA ? (first, second) : (second, first);
            ratio[round] = a[round] / b[round];
        }

        return new(Quantile(a, 0.5), Quantile(b, 0.5), Quantile(ratio, 0.5), Quantile(ratio, 0.25), Quantile(ratio, 0.75));
    }

    private static double NanosecondsPerStep(Action<int> run, int steps)
    {
        long start = Stopwatch.GetTimestamp();
        run(steps);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / steps;
    }

    private static double Quantile(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}
