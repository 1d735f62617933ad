using Locomotion.Body.Chain;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>What a part of the body does: its figures, and what they amount to by fixed thresholds.</summary>
/// <param name="Frequency">Cycles of the left legs per second; 0 at rest.</param>
/// <param name="Lag">Of the leg wave, cycles; NaN at rest.</param>
/// <param name="Coherence">Of the leg wave, 0 to 1.</param>
/// <param name="LeftRight">Phase of left against right, cycles; NaN at rest.</param>
/// <param name="TrunkAmplitude">Of the measured bends, rad.</param>
/// <param name="TrunkFrequency">Cycles of the trunk joints per second.</param>
/// <param name="TrunkRunsBack">Whether the trunk passes a wave from head to tail.</param>
/// <param name="Folded">Share of legs more than half folded.</param>
internal sealed record PartGait(double Frequency, double Lag, double Coherence, double LeftRight, double TrunkAmplitude, double TrunkFrequency, bool TrunkRunsBack, double Folded)
{
    /// <summary>Slowest stepping that counts as walking, Hz; least order of its wave and its antiphase.</summary>
    public const double LeastFrequency = 1, LeastCoherence = 0.9, LeastAntiphase = 0.4;

    /// <summary>Bend below which a trunk is still, and from which it swims, rad.</summary>
    public const double Still = 0.03, Swims = 0.1;

    /// <summary>Share of folded legs from which they are folded, and below which they are not.</summary>
    public const double AllFolded = 0.95, NoneFolded = 0.05;

    /// <summary>Legs step, in a wave from head to tail and in antiphase, unfolded.</summary>
    public bool DoesWalk => Frequency >= LeastFrequency && Coherence >= LeastCoherence && Lag > 0 && Math.Abs(LeftRight - 0.5) <= 0.5 - LeastAntiphase && Folded <= NoneFolded;

    /// <summary>The trunk bends.</summary>
    public bool DoesBend => TrunkAmplitude >= Still;

    /// <summary>Legs are folded and the trunk passes a wave from head to tail.</summary>
    public bool DoesSwim => Folded >= AllFolded && TrunkRunsBack && TrunkAmplitude >= Swims;

    /// <summary>All legs are folded.</summary>
    public bool DoesFold => Folded >= AllFolded;

    /// <summary>Legs rest where they are.</summary>
    public bool DoesRest => Frequency < 0.1 && !DoesBend;

    /// <summary>From sample <paramref name="from"/> to the end.</summary>
    public static PartGait Measure(Trajectory run, SegmentRange part, ShapeParameters shape, int from)
    {
        GaitMetrics gait = GaitMeter.Measure(run, part, shape, from, run.Count);
        double legs = GaitMeter.Frequency(run, part, from, run.Count, trunk: false), trunk = GaitMeter.Frequency(run, part, from, run.Count, trunk: true);
        TrunkWave wave = TrunkWave.Measure(run, part, from, run.Count, trunk);
        double folded = 0;
        for (int k = from; k < run.Count; k++) folded += run.Folded(k, part) / (run.Count - from);
        return new(legs, gait.LegWaveLagCycles ?? double.NaN, gait.LegWaveCoherence ?? 0, gait.LeftRightPhase ?? double.NaN,
            wave.Amplitude, trunk, wave.Direction == "posterior", folded);
    }
}
