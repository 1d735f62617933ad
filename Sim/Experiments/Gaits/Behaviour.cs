using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>What an animal does.</summary>
public enum Behaviour
{
    /// <summary>Neither legs nor trunk move.</summary>
    Rests,
    /// <summary>Legs step, the trunk is still.</summary>
    LegsOnly,
    /// <summary>Legs step, the trunk bends.</summary>
    LegsAndTrunk,
    /// <summary>The trunk bends; legs neither step nor fold.</summary>
    TrunkOnly,
    /// <summary>Legs folded, a wave runs to the tail.</summary>
    Swims,
    /// <summary>Legs folded, but no wave runs to the tail.</summary>
    FoldsOnly,
}

/// <summary>What <see cref="Behaviour"/> is told from.</summary>
/// <param name="LegHz">Cycles of the left legs per second.</param>
/// <param name="Trunk">Amplitude of trunk bending, rad.</param>
/// <param name="Direction">Where its wave runs: "posterior", "anterior" or "none".</param>
/// <param name="Folded">Part of segment-time with legs more than half folded.</param>
/// <param name="Speed">Net displacement over time, m/s.</param>
public readonly record struct BehaviourFigures(double LegHz, double Trunk, string Direction, double Folded, double Speed)
{
    /// <summary>Cycles per second from which legs step.</summary>
    public const double SteppingHz = 0.5;

    /// <summary>Amplitude from which the trunk bends, rad.</summary>
    public const double Bending = 0.03;

    /// <summary>Part of the legs from which they count as folded.</summary>
    public const double MostlyFolded = 0.5;

    /// <summary>What that is.</summary>
    public Behaviour Behaviour => (Folded > MostlyFolded, LegHz >= SteppingHz, Trunk >= Bending) switch
    {
        (true, _, true) when Direction == "posterior" => Behaviour.Swims,
        (true, _, _) => Behaviour.FoldsOnly,
        (false, true, false) => Behaviour.LegsOnly,
        (false, true, true) => Behaviour.LegsAndTrunk,
        (false, false, true) => Behaviour.TrunkOnly,
        (false, false, false) => Behaviour.Rests,
    };

    /// <summary>What a gait that was measured is; null if it was too slow to be: then <see cref="Measure(Trajectory, int, int)"/> tells.</summary>
    public static Behaviour? Of(GaitMetrics gait) => gait is { FrequencyHz: { } hz, TrunkAmplitudeRad: { } trunk, TrunkWaveDirection: { } direction, FoldedFraction: { } folded }
        ? new BehaviourFigures(hz, trunk, direction, folded, 0).Behaviour     // hz is the trunk's where legs are folded, and then does not count
        : null;

    /// <summary>Measures the samples from <paramref name="from"/> to the end. Unlike <see cref="GaitMeter"/> it measures what rests as well.</summary>
    public static BehaviourFigures Measure(Trajectory run, int from) => Measure(run, from, run.Count);

    /// <summary>Measures the samples from <paramref name="from"/> up to, not including, <paramref name="to"/>; two at least.</summary>
    public static BehaviourFigures Measure(Trajectory run, int from, int to)
    {
        double folded = 0;
        for (int k = from; k < to; k++) folded += run.Folded(k, run.AllSegments) / (to - from);
        double legs = GaitMeter.Frequency(run, run.AllSegments, from, to, trunk: false), joints = GaitMeter.Frequency(run, run.AllSegments, from, to, trunk: true);
        TrunkWave trunk = TrunkWave.Measure(run, run.AllSegments, from, to, joints);
        double dx = run.Whole(to - 1, WholeSignal.X) - run.Whole(from, WholeSignal.X), dy = run.Whole(to - 1, WholeSignal.Y) - run.Whole(from, WholeSignal.Y);
        return new(legs, trunk.Amplitude, trunk.Direction, folded, Math.Sqrt(dx * dx + dy * dy) / (run.Time(to - 1) - run.Time(from)));
    }
}

/// <summary>Behaviours in words.</summary>
internal static class BehaviourWords
{
    public static string InWords(this Behaviour behaviour) => behaviour switch
    {
        Behaviour.LegsOnly => "legs only",
        Behaviour.LegsAndTrunk => "legs and trunk",
        Behaviour.TrunkOnly => "trunk only",
        Behaviour.Swims => "swims",
        Behaviour.FoldsOnly => "folds, no wave",
        _ => "rests",
    };
}
