using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Metrics;

/// <summary>Whether and when a phase of a run has settled into the gait it should have.</summary>
/// <remarks>
/// Walking: coherence of the leg wave along the body above 0.95, its lag within 0.03 cycle of the set one, left and right half a
/// cycle apart within 0.05, fewer than 5 % of the legs folded. Swimming: more than 95 % folded, and a trunk wave to the tail with a
/// coherence above 0.95. Each sample is judged over the segments; settled is the first sample from which all are good to the end of
/// the phase, if at least two cycles follow.
/// </remarks>
public static class Settling
{
    private const double Coherent = 0.95, LagTolerance = 0.03, AntiphaseTolerance = 0.05, FewFolded = 0.05;

    /// <summary>Time at which the samples from <paramref name="from"/> up to <paramref name="to"/> settled, s; null if they did not.</summary>
    /// <param name="run">The recorded run.</param>
    /// <param name="from">First sample of the phase.</param>
    /// <param name="to">Sample after the last.</param>
    /// <param name="expect">The gait it should settle to.</param>
    /// <param name="legLag">The lag set for the leg wave, cycles.</param>
    public static double? Time(Trajectory run, int from, int to, ExpectedGait expect, double legLag)
    {
        int first = to;
        while (first > from && (expect == ExpectedGait.Swim ? Swims(run, first - 1) : Walks(run, first - 1, legLag))) first--;
        if (to - first < 2) return null;
        double cycles = GaitMeter.Frequency(run, run.AllSegments, first, to, trunk: expect == ExpectedGait.Swim) * (run.Time(to - 1) - run.Time(first));
        return cycles >= 2 ? run.Time(first) : null;
    }

    private static bool Walks(Trajectory run, int sample, double legLag)
    {
        PhaseOrder along = default, across = default;
        run.AddLegs(sample, run.AllSegments, ref along, ref across);
        return along.Coherence > Coherent && Math.Abs(along.Lag - legLag) < LagTolerance
            && Math.Abs(across.Phase - 0.5) < AntiphaseTolerance && run.Folded(sample, run.AllSegments) < FewFolded;
    }

    private static bool Swims(Trajectory run, int sample)
    {
        PhaseOrder along = default;
        run.AddTrunk(sample, run.AllSegments, ref along);
        return along.Coherence > Coherent && along.Lag > 0 && run.Folded(sample, run.AllSegments) > 1 - FewFolded;
    }
}
