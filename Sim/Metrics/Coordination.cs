using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Metrics;

/// <summary>Phase differences between the oscillators of a sample, gathered into <see cref="PhaseOrder"/>s.</summary>
internal static class Coordination
{
    /// <summary>Adds φ_i − φ_(i+1) of both sides to <paramref name="along"/>, and φ_left − φ_right to <paramref name="across"/>.</summary>
    public static void AddLegs(this Trajectory run, int sample, SegmentRange part, ref PhaseOrder along, ref PhaseOrder across)
    {
        for (int i = part.First; i < part.End; i++)
        {
            double left = run.Of(sample, i, SegmentSignal.PhaseLeft), right = run.Of(sample, i, SegmentSignal.PhaseRight);
            across.Add(left - right);
            if (i == part.End - 1) break;
            along.Add(left - run.Of(sample, i + 1, SegmentSignal.PhaseLeft));
            along.Add(right - run.Of(sample, i + 1, SegmentSignal.PhaseRight));
        }
    }

    /// <summary>Adds ψ_j − ψ_(j+1) to <paramref name="along"/>.</summary>
    public static void AddTrunk(this Trajectory run, int sample, SegmentRange part, ref PhaseOrder along)
    {
        for (int j = part.First; j < part.End - 2; j++)
            along.Add(run.Of(sample, j, SegmentSignal.TrunkPhase) - run.Of(sample, j + 1, SegmentSignal.TrunkPhase));
    }

    /// <summary>Share of the segments whose legs are more than half folded.</summary>
    public static double Folded(this Trajectory run, int sample, SegmentRange part)
    {
        int folded = 0;
        for (int i = part.First; i < part.End; i++)
        {
            if (run.Of(sample, i, SegmentSignal.Fold) > 0.5) folded++;
        }
        return folded / (double)part.Count;
    }
}
