using Locomotion.Body.Chain;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Experiments;

/// <summary>How an animal walked over ground that has gaps.</summary>
public readonly record struct GroundFigures
{
    private const double StandardGravity = 9.80665;

    /// <summary>Body lengths per second along x.</summary>
    public double Speed { get; init; }

    /// <summary>Share of the body's weight that no foot carries, mean over time: it lies on the belly, or hangs over a gap.</summary>
    public double Unsupported { get; init; }

    /// <summary>Feet among which the load is in effect shared, (Σ N)² / Σ N², mean over time: the number of feet if all carry alike.</summary>
    public double Carriers { get; init; }

    /// <summary>Load on the foot that carries most, segment weights, mean over time.</summary>
    public double PeakLoad { get; init; }

    /// <summary>Work of all actuators over weight times way along x.</summary>
    public double CostOfTransport { get; init; }

    /// <summary>Coherence of the leg wave, |mean exp i (φ_i − φ_(i+1))| over neighbours, sides and time.</summary>
    public double Coherence { get; init; }

    /// <summary>Of a walk that did not come so far: not a number.</summary>
    public static GroundFigures Missing { get; } = new()
    {
        Speed = double.NaN, Unsupported = double.NaN, Carriers = double.NaN, PeakLoad = double.NaN, CostOfTransport = double.NaN, Coherence = double.NaN,
    };

    /// <summary>Measures the samples from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public static GroundFigures Measure(Trajectory run, ShapeParameters shape, int from, int to)
    {
        PhaseOrder all = default;
        double unsupported = 0, carriers = 0, peak = 0;
        int samples = to - from;
        for (int k = from; k < to; k++)
        {
            double sum = 0, square = 0, most = 0;
            for (int i = 0; i < run.Segments; i++)
            {
                foreach (SegmentSignal foot in new[] { SegmentSignal.LoadLeft, SegmentSignal.LoadRight })
                {
                    double load = run.Of(k, i, foot);
                    sum += load;
                    square += load * load;
                    most = Math.Max(most, load);
                }
                if (i == 0) continue;
                all.Add(run.Of(k, i - 1, SegmentSignal.PhaseLeft) - run.Of(k, i, SegmentSignal.PhaseLeft));
                all.Add(run.Of(k, i - 1, SegmentSignal.PhaseRight) - run.Of(k, i, SegmentSignal.PhaseRight));
            }
            unsupported += (1 - sum / run.Segments) / samples;
            carriers += square > 0 ? sum * sum / square / samples : 0;
            peak += most / samples;
        }
        double seconds = run.Time(to - 1) - run.Time(from), way = run.Whole(to - 1, WholeSignal.X) - run.Whole(from, WholeSignal.X);
        double work = run.Whole(to - 1, WholeSignal.Effort) - run.Whole(from, WholeSignal.Effort);
        return new GroundFigures
        {
            Speed = way / seconds / shape.Length,
            Unsupported = unsupported,
            Carriers = carriers,
            PeakLoad = peak,
            CostOfTransport = way > 0 ? work / (shape.Mass * StandardGravity * way) : double.NaN,
            Coherence = all.Coherence,
        };
    }
}
