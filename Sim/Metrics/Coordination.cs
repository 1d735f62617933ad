using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Metrics;

/// <summary>Phase differences between the oscillators of a sample, gathered into <see cref="PhaseOrder"/>s.</summary>
internal static class Coordination
{
    /// <summary>Adds φ_i − φ_(i+1) of both sides to <paramref name="along"/>, and φ_left − φ_right to <paramref name="across"/>.</summary>
    public static void AddLegs(this Trajectory run, int sample, ref PhaseOrder along, ref PhaseOrder across)
    {
        for (int i = 0; i < run.Segments; i++)
        {
            double left = run.Of(sample, i, SegmentSignal.PhaseLeft), right = run.Of(sample, i, SegmentSignal.PhaseRight);
            across.Add(left - right);
            if (i == run.Segments - 1) break;
            along.Add(left - run.Of(sample, i + 1, SegmentSignal.PhaseLeft));
            along.Add(right - run.Of(sample, i + 1, SegmentSignal.PhaseRight));
        }
    }

    /// <summary>Adds ψ_j − ψ_(j+1) to <paramref name="along"/>.</summary>
    public static void AddTrunk(this Trajectory run, int sample, ref PhaseOrder along)
    {
        for (int j = 0; j < run.Segments - 2; j++)
            along.Add(run.Of(sample, j, SegmentSignal.TrunkPhase) - run.Of(sample, j + 1, SegmentSignal.TrunkPhase));
    }

    /// <summary>Part of the segments whose legs are more than half folded.</summary>
    public static double Folded(this Trajectory run, int sample)
    {
        int folded = 0;
        for (int i = 0; i < run.Segments; i++)
        {
            if (run.Of(sample, i, SegmentSignal.Fold) > 0.5) folded++;
        }
        return folded / (double)run.Segments;
    }
}
