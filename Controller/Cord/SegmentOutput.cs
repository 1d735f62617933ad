namespace Locomotion.Controller.Cord;

/// <summary>
/// What a segment shows its two neighbours: its phases as unit vectors, and the messages it passes on. The zero output couples to
/// nothing, which is what lies ahead of the head, behind the tail, and across a cut.
/// </summary>
public struct SegmentOutput
{
    /// <summary>sin φ, left leg.</summary>
    public double SinLeft;
    /// <summary>cos φ, left leg.</summary>
    public double CosLeft;
    /// <summary>sin φ, right leg.</summary>
    public double SinRight;
    /// <summary>cos φ, right leg.</summary>
    public double CosRight;
    /// <summary>sin ψ, trunk joint.</summary>
    public double SinTrunk;
    /// <summary>cos ψ, trunk joint.</summary>
    public double CosTrunk;
    /// <summary>M as passed on.</summary>
    public double Message;
    /// <summary>σ as passed on.</summary>
    public double FoldSignal;
}
