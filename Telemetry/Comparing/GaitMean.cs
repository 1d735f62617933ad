using Locomotion.Telemetry.Gaits;
using Locomotion.Telemetry.Inspecting;

namespace Locomotion.Telemetry.Comparing;

/// <summary>The mean of many gait figures, phases around the circle.</summary>
public sealed class GaitMean
{
    private double legs, trunk, legCoherence, trunkCoherence, folded;
    private PhaseOrder lag, across, trunkLag;
    private int count;

    /// <summary>The mean; null if nothing was added.</summary>
    public GaitReport? Value => count == 0
        ? null
        : new GaitReport(legs / count, trunk / count, lag.Lag, legCoherence / count, across.Phase, trunkLag.Lag, trunkCoherence / count, folded / count);

    /// <summary>Adds the figures of a second.</summary>
    public void Add(GaitReport gait)
    {
        legs += gait.LegFrequencyHz;
        trunk += gait.TrunkFrequencyHz;
        legCoherence += gait.LegWaveCoherence;
        trunkCoherence += gait.TrunkWaveCoherence;
        folded += gait.FoldedFraction;
        lag.Add(gait.LegWaveLagCycles * Math.Tau);
        across.Add(gait.LeftRightPhase * Math.Tau);
        trunkLag.Add(gait.TrunkWaveLagCycles * Math.Tau);
        count++;
    }
}
