namespace Locomotion.Telemetry.Recording;

/// <summary>Times from tick to tick, gathered for a second or so: median, 99th percentile, longest.</summary>
internal sealed class LoopMeter(int capacity)
{
    private readonly long[] times = new long[capacity];     // ns
    private long last = -1, lastTick;

    /// <summary>Times noted since the last <see cref="Restart"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is no room for another.</summary>
    public bool IsFull => Count == times.Length;

    /// <summary>Notes when a tick ended, ns on any clock that only goes forward; if that of others before was not noted, the mean is.</summary>
    public void Add(long tick, long nanoseconds)
    {
        if (last >= 0 && !IsFull) times[Count++] = (nanoseconds - last) / (tick - lastTick);
        (last, lastTick) = (nanoseconds, tick);
    }

    /// <summary>Forgets all but when the last tick ended.</summary>
    public void Restart() => Count = 0;

    /// <summary>µs; zeros if nothing was noted.</summary>
    public (double Median, double Percentile99, double Longest) Summarise()
    {
        if (Count == 0) return default;
        Span<long> sorted = times.AsSpan(0, Count);
        sorted.Sort();
        return (sorted[Count / 2] / 1e3, sorted[(int)((Count - 1) * 0.99)] / 1e3, sorted[^1] / 1e3);
    }
}
