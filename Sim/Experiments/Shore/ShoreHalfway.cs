namespace Locomotion.Sim.Experiments;

/// <summary>The moment of a crossing when half of the segments are folded.</summary>
/// <param name="Folded">How many are.</param>
/// <param name="IsParted">Whether all of them lie on the water's side, in one stretch.</param>
/// <param name="LeastWet">Wetness of the driest folded segment.</param>
/// <param name="MostWet">Wetness of the wettest unfolded one.</param>
/// <param name="LegCoherence">Order of the leg wave among the unfolded.</param>
/// <param name="LegLag">Its lag, cycles.</param>
/// <param name="LeftRight">Phase of left against right among them, cycles.</param>
/// <param name="TrunkCoherence">Order of the trunk wave among the folded.</param>
/// <param name="TrunkLag">Its lag, cycles; positive: to the tail.</param>
public sealed record ShoreHalfway(int Folded, bool IsParted, double LeastWet, double MostWet, double LegCoherence, double LegLag, double LeftRight, double TrunkCoherence, double TrunkLag)
{
    /// <summary>Least order of legs and of trunk.</summary>
    public const double LeastCoherence = 0.9;

    /// <summary>Of a crossing that did not come so far.</summary>
    public static readonly ShoreHalfway Never = new(0, false, double.NaN, double.NaN, 0, double.NaN, double.NaN, 0, double.NaN);

    /// <summary>Whether the segments on land walk and those in the water swim.</summary>
    public bool Holds => IsParted && LegCoherence >= LeastCoherence && LegLag > 0 && Math.Abs(LeftRight - 0.5) <= 0.1 && TrunkCoherence >= LeastCoherence && TrunkLag > 0;
}
