using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Rhythms;

/// <summary>The offset δ_j at which a trunk joint is locked to the left leg of its segment, as a unit vector.</summary>
internal readonly struct LegLock
{
    public readonly double SinOffset, CosOffset;

    private LegLock(double offset) => DMath.SinCos(offset, out SinOffset, out CosOffset);

    /// <summary>δ_j = δ + 2π (w_leg − w_trunk) j / n for every joint j of a cord of <paramref name="segments"/>.</summary>
    public static LegLock[] Along(TrunkRhythmParameters p, int segments) =>
        [.. Enumerable.Range(0, segments).Select(j => new LegLock(p.LegOffset + Math.Tau * p.WaveDifference * j / segments))];
}
