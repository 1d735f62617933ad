using Locomotion.Body.Chain;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Metrics;

/// <summary>Measures a gait from a recorded run.</summary>
public static class GaitMeter
{
    /// <summary>Load from which a foot stands, segment weights.</summary>
    public const double StanceLoad = 0.05;

    private const double StandardGravity = 9.80665;

    /// <summary>Metrics over the samples from <paramref name="from"/> up to, not including, <paramref name="to"/>; all null below two cycles.</summary>
    public static GaitMetrics Measure(Trajectory run, ShapeParameters shape, int from, int to) => Measure(run, run.AllSegments, shape, from, to);

    /// <summary>The same of a part of the body; its speed, power and cost of transport remain those of the whole.</summary>
    public static GaitMetrics Measure(Trajectory run, SegmentRange part, ShapeParameters shape, int from, int to)
    {
        double seconds = to - from < 2 ? 0 : run.Time(to - 1) - run.Time(from);
        if (seconds <= 0) return new GaitMetrics();
        double folded = Mean(run, part, from, to, SegmentSignal.Fold, fold => fold > 0.5 ? 1 : 0);
        bool swims = folded > 0.5;
        double frequency = Frequency(run, part, from, to, swims);
        if (frequency * seconds < 2) return new GaitMetrics();

        double dx = run.Whole(to - 1, WholeSignal.X) - run.Whole(from, WholeSignal.X);
        double dy = run.Whole(to - 1, WholeSignal.Y) - run.Whole(from, WholeSignal.Y);
        double speed = Math.Sqrt(dx * dx + dy * dy) / seconds;
        double power = (run.Whole(to - 1, WholeSignal.Effort) - run.Whole(from, WholeSignal.Effort)) / seconds;
        TrunkWave trunk = TrunkWave.Measure(run, part, from, to, swims ? frequency : Frequency(run, part, from, to, trunk: true));
        GaitMetrics metrics = new()
        {
            SpeedBlPerS = speed / shape.Length,
            SpeedBlPerCycle = speed / shape.Length / frequency,
            FrequencyHz = frequency,
            TrunkAmplitudeRad = trunk.Amplitude,
            TrunkWaveNumber = trunk.Direction == "none" ? null : trunk.Waves,
            TrunkWaveDirection = trunk.Direction,
            FoldedFraction = folded,
            PowerW = power,
            CostOfTransport = speed > 0 ? power / (shape.Mass * StandardGravity * speed) : null,
        };
        return swims ? metrics : WithLegs(metrics, run, part, from, to);
    }

    /// <summary>Cycles per second of the left legs, or of the trunk, mean over segments; phases advance by less than half a cycle a sample.</summary>
    public static double Frequency(Trajectory run, SegmentRange part, int from, int to, bool trunk)
    {
        SegmentSignal signal = trunk ? SegmentSignal.TrunkPhase : SegmentSignal.PhaseLeft;
        int end = trunk ? Math.Min(part.End, run.Segments - 1) : part.End;
        double turned = 0;
        for (int i = part.First; i < end; i++)
        {
            for (int k = from + 1; k < to; k++)
                turned += Math.IEEERemainder(run.Of(k, i, signal) - run.Of(k - 1, i, signal), Math.Tau);
        }
        return turned / Math.Tau / (end - part.First) / (run.Time(to - 1) - run.Time(from));
    }

    private static GaitMetrics WithLegs(GaitMetrics metrics, Trajectory run, SegmentRange part, int from, int to)
    {
        PhaseOrder along = default, across = default;
        for (int k = from; k < to; k++) run.AddLegs(k, part, ref along, ref across);
        double swing = (Mean(run, part, from, to, SegmentSignal.SwingLeft, Same) + Mean(run, part, from, to, SegmentSignal.SwingRight, Same)) / 2;
        return metrics with
        {
            SwingS = swing / metrics.FrequencyHz,
            StanceS = (1 - swing) / metrics.FrequencyHz,
            LegWaveLagCycles = along.Lag,
            LegWaveCoherence = along.Coherence,
            LeftRightPhase = across.Phase,
            DutyFactor = (Mean(run, part, from, to, SegmentSignal.LoadLeft, Stands) + Mean(run, part, from, to, SegmentSignal.LoadRight, Stands)) / 2,
        };

        static double Same(double swings) => swings;
        static double Stands(double load) => load > StanceLoad ? 1 : 0;
    }

    private static double Mean(Trajectory run, SegmentRange part, int from, int to, SegmentSignal signal, Func<double, double> of)
    {
        double sum = 0;
        for (int k = from; k < to; k++)
        {
            for (int i = part.First; i < part.End; i++) sum += of(run.Of(k, i, signal));
        }
        return sum / ((to - from) * (double)part.Count);
    }
}
