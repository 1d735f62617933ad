namespace Locomotion.Sim.Neurons;

/// <summary>Measures bursts on a sampled firing rate: a burst is where the rate is above zero.</summary>
/// <remarks>Source: the definitions of the published analysis code of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public static class Waveform
{
    /// <summary>Samples at which a burst rises: the last zero before it, or, if it rises from below zero, its first sample.</summary>
    public static IReadOnlyList<int> Rises(ReadOnlySpan<double> rate)
    {
        List<int> rises = [];
        for (int k = 0; k < rate.Length; k++)
        {
            int sign = Math.Sign(rate[k]), before = k > 0 ? Math.Sign(rate[k - 1]) : 0, after = k + 1 < rate.Length ? Math.Sign(rate[k + 1]) : 0;
            if (after - sign == 1 || sign - before == 2) rises.Add(k);
        }
        return rises;
    }

    /// <summary>Samples at which a burst has fallen: the first at or below zero after it.</summary>
    public static IReadOnlyList<int> Falls(ReadOnlySpan<double> rate)
    {
        List<int> falls = [];
        for (int k = 0; k < rate.Length; k++)
        {
            int step = Math.Sign(rate[k]) - (k > 0 ? Math.Sign(rate[k - 1]) : 0);
            if (step is -1 or -2) falls.Add(k);
        }
        return falls;
    }

    /// <summary>
    /// Cycle number <paramref name="reference"/>, from 0; null if the trace holds too few, or starts within a burst.
    /// </summary>
    public static BurstCycle? Cycle(ReadOnlySpan<double> rate, int reference = 0)
    {
        IReadOnlyList<int> rises = Rises(rate), falls = Falls(rate);
        if (rises.Count < 2 + reference || falls.Count < 1 + reference || rises[0] >= falls[0]) return null;
        return new(rises[reference], falls[reference], rises[reference + 1]);
    }

    /// <summary>Spans of samples within bursts: the first inside and the first after; a burst cut by the trace's end stops at its last sample.</summary>
    public static IReadOnlyList<(int Start, int End)> Bursts(ReadOnlySpan<double> rate)
    {
        List<(int, int)> bursts = [];
        int start = -1;
        for (int k = 0; k < rate.Length; k++)
        {
            if (rate[k] > 0 && start < 0) start = k;
            if (rate[k] <= 0 && start >= 0)
            {
                bursts.Add((start, k));
                start = -1;
            }
        }
        if (start >= 0) bursts.Add((start, rate.Length - 1));
        return bursts;
    }

    /// <summary>
    /// Samples of the local maxima: higher than the samples around; of a flat top its middle, rounded down. Neither end counts.
    /// </summary>
    public static IReadOnlyList<int> Peaks(ReadOnlySpan<double> rate)
    {
        List<int> peaks = [];
        for (int k = 1; k < rate.Length - 1; k++)
        {
            if (!(rate[k - 1] < rate[k])) continue;
            int last = k;
            while (last + 1 < rate.Length && rate[last + 1] == rate[k]) last++;
            if (last + 1 < rate.Length && rate[last + 1] < rate[k]) peaks.Add((k + last) / 2);
            k = last;
        }
        return peaks;
    }
}
