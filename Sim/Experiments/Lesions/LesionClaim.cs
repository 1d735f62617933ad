namespace Locomotion.Sim.Experiments;

/// <summary>What is expected of a preparation, and whether a run shows it.</summary>
/// <param name="Words">In words.</param>
/// <param name="Holds">Whether a run shows it; the second gait is the intact animal's in the same part and place.</param>
/// <param name="IsRead">Whether it was read in a report; else it is inferred, a hypothesis of ours.</param>
internal sealed record LesionClaim(string Words, Func<PartGait, PartGait, bool> Holds, bool IsRead = false)
{
    /// <summary>Fastest stepping that counts as slow, Hz.</summary>
    public const double SlowFrequency = 3;

    private const double Share = 0.1;

    private static readonly LesionClaim walks = new("walks, trunk still", (part, _) => part.DoesWalk && !part.DoesBend, IsRead: true);
    private static readonly LesionClaim swims = new("swims", (part, _) => part.DoesSwim, IsRead: true);
    private static readonly LesionClaim walksSlowly = new("walks at a slow walk's frequency, whatever the drive", (part, intact) => part.DoesWalk && part.Frequency <= SlowFrequency, IsRead: true);
    private static readonly LesionClaim walksSlowlyAndBends = new("walks slowly, trunk bends at that frequency",
        (part, _) => part.DoesWalk && part.DoesBend && part.Frequency <= SlowFrequency && Near(part.TrunkFrequency, part.Frequency));
    private static readonly LesionClaim asIntact = new("leg frequency, lag and trunk within 10 % of intact",
        (part, intact) => part.DoesWalk && Near(part.Frequency, intact.Frequency) && Near(part.Lag, intact.Lag) && (!intact.DoesBend && !part.DoesBend || Near(part.TrunkAmplitude, intact.TrunkAmplitude)));
    private static readonly LesionClaim swimsAsIntact = new("swims as intact, trunk within 10 %",
        (part, intact) => part.DoesSwim && Near(part.TrunkFrequency, intact.TrunkFrequency) && Near(part.TrunkAmplitude, intact.TrunkAmplitude));

    /// <summary>What is expected of a preparation in a condition; <paramref name="either"/>: legs fold by either signal, the other hypothesis.</summary>
    public static LesionClaim Of(Preparation preparation, LesionCondition condition, bool either)
    {
        bool slow = condition == LesionCondition.Slow, water = condition == LesionCondition.Water;
        if (preparation == Preparation.Intact) return slow ? walks : water ? swims : new("walks, trunk bends", (part, _) => part.DoesWalk && part.DoesBend, IsRead: true);
        if (preparation == Preparation.AheadOfCut) return water ? swimsAsIntact : asIntact;
        if (preparation == Preparation.BehindCut)
        {
            return slow ? walksSlowly : water
                ? new("rests, does not swim, unfolded", (part, _) => !part.DoesSwim && part.Folded <= PartGait.NoneFolded && part.Frequency < 0.1, IsRead: true)
                : walksSlowlyAndBends;
        }
        if (preparation == Preparation.Brain)
        {
            return !water ? walks with { IsRead = false }
                : either ? new("folds, does not swim", (part, _) => part.DoesFold && !part.DoesBend)
                : new("does not fold, does not swim", (part, _) => part.Folded <= PartGait.NoneFolded && !part.DoesBend);
        }
        return slow ? walksSlowly : water
            ? new("does not fold, does not swim", (part, _) => part.Folded <= PartGait.NoneFolded && !part.DoesBend && part.Frequency < 0.1)
            : walksSlowlyAndBends;
    }

    private static bool Near(double value, double other) => Math.Abs(value - other) <= Share * Math.Abs(other);
}
