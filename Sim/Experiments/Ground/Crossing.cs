using Locomotion.Body.Chain;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Experiments;

/// <summary>One way across one gap.</summary>
public sealed record Crossing
{
    /// <summary>Bins of the profile before the gap and behind it, each as long as a segment.</summary>
    public const int Before = 6, Behind = 14;

    /// <summary>Time from the head over the gap's begin to the tail over its end, s; not a number if it did not get across.</summary>
    public required double Seconds { get; init; }

    /// <summary>How it walked meanwhile, or till the end.</summary>
    public required GroundFigures Figures { get; init; }

    /// <summary>Coherence of the leg wave against the place of the two neighbours: a bin for each segment's length, from <see cref="Before"/> before the gap to <see cref="Behind"/> behind it.</summary>
    public required IReadOnlyList<double> Coherence { get; init; }

    /// <summary>Lag of the leg wave there, cycles.</summary>
    public required IReadOnlyList<double> Lag { get; init; }

    /// <summary>Measures the way across the gap from <paramref name="from"/> of <paramref name="segments"/> segments' lengths.</summary>
    public static Crossing Measure(Trajectory run, ShapeParameters shape, double from, int segments)
    {
        double segment = shape.SegmentLength, to = from + segments * segment;
        int tail = run.Segments - 1;
        int enter = First(run, 0, k => run.Of(k, 0, SegmentSignal.X) >= from), leave = First(run, enter, k => run.Of(k, tail, SegmentSignal.X) >= to);
        var places = new PhaseOrder[Before + segments + Behind];
        for (int k = First(run, 0, k => run.Of(k, 0, SegmentSignal.X) >= from - Before * segment); k < run.Count; k++)
        {
            for (int i = 1; i < run.Segments; i++)
            {
                double middle = (run.Of(k, i - 1, SegmentSignal.X) + run.Of(k, i, SegmentSignal.X)) / 2;
                int bin = (int)Math.Floor((middle - from) / segment) + Before;
                if (bin < 0 || bin >= places.Length) continue;
                places[bin].Add(run.Of(k, i - 1, SegmentSignal.PhaseLeft) - run.Of(k, i, SegmentSignal.PhaseLeft));
                places[bin].Add(run.Of(k, i - 1, SegmentSignal.PhaseRight) - run.Of(k, i, SegmentSignal.PhaseRight));
            }
        }
        bool crossed = leave < run.Count;
        return new Crossing
        {
            Seconds = crossed ? run.Time(leave) - run.Time(enter) : double.NaN,
            Figures = leave - enter < 2 ? GroundFigures.Missing : GroundFigures.Measure(run, shape, enter, leave),
            Coherence = [.. places.Select(place => place.Coherence)],
            Lag = [.. places.Select(place => place.Lag)],
        };
    }

    private static int First(Trajectory run, int from, Predicate<int> there)
    {
        int k = from;
        while (k < run.Count && !there(k)) k++;
        return k;
    }
}
