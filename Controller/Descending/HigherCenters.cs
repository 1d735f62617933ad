using Locomotion.Controller.Cord;

namespace Locomotion.Controller.Descending;

/// <summary>Brain and SEG: they make no rhythm, they inhibit and release.</summary>
/// <remarks>Source: findings of Yasui et al. 2026, bioRxiv 10.64898/2026.04.02.716080; the equations are ours.</remarks>
public static class HigherCenters
{
    /// <summary>What the cord carries unchanged to every segment: drive d, tone s = s0 (1 − b), turn.</summary>
    public static CordSignals Descend(HigherCenterParameters p, in DescendingCommand command) =>
        new(command.Drive, p.SegTone * (1 - command.Release), command.Turn);

    /// <summary>
    /// What the SEG hands to the first segment, to be relayed: the swim message M0 = Swim, and the fold signal σ0 = 1 while the
    /// head is wet. It has no rhythm of its own to couple to.
    /// </summary>
    public static SegmentOutput Relay(HigherCenterParameters p, in DescendingCommand command, double headWetness) =>
        new() { Message = command.Swim, FoldSignal = headWetness >= p.FoldWetness ? 1 : 0 };
}
