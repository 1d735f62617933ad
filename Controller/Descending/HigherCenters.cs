using Locomotion.Controller.Cord;

namespace Locomotion.Controller.Descending;

/// <summary>Brain and SEG: they make no rhythm, they inhibit and release.</summary>
/// <remarks>Source: findings of Yasui et al. 2026, bioRxiv 10.64898/2026.04.02.716080; the equations are ours.</remarks>
public static class HigherCenters
{
    /// <summary>
    /// What the brain makes of a command. Without a brain only the drive is left, which is the SEG's. In auto mode it swims, with the
    /// trunk released, from one wetness of the head until a lower one.
    /// </summary>
    /// <param name="p">Brain and SEG.</param>
    /// <param name="command">What is commanded.</param>
    /// <param name="brain">Whether the brain is there.</param>
    /// <param name="headWetness">0 to 1.</param>
    /// <param name="swims">The brain's own decision, remembered from step to step.</param>
    public static DescendingCommand Decide(HigherCenterParameters p, in DescendingCommand command, bool brain, double headWetness, ref bool swims)
    {
        swims = brain && p.SwimDecision == SwimDecision.Auto && (headWetness >= p.SwimFrom || (swims && headWetness > p.SwimUntil));
        if (!brain) return new(command.Drive, release: 0, swim: 0);
        if (p.SwimDecision == SwimDecision.Commanded) return command;
        return swims ? new(command.Drive, release: 1, swim: 1, command.Turn) : new(command.Drive, command.Release, swim: 0, command.Turn);
    }

    /// <summary>What the cord carries unchanged to every segment: drive d, tone s = s0 (1 − b), turn.</summary>
    public static CordSignals Descend(HigherCenterParameters p, in DescendingCommand command) =>
        new(command.Drive, p.SegTone * (1 - command.Release), command.Turn);

    /// <summary>What the SEG hands to the first segment, to be relayed: the swim message M0 = Swim, and the fold signal σ0 = 1 while the head is wet.</summary>
    public static CordMessages Relay(HigherCenterParameters p, in DescendingCommand command, double headWetness) =>
        new(command.Swim, headWetness >= p.FoldWetness ? 1 : 0);
}
