namespace Locomotion.Controller.Rhythms;

/// <summary>
/// What a segment's phase oscillators show their neighbours: unit vectors. The zero output couples to nothing, which is what lies
/// ahead of the head, behind the tail, across a cut, and in a silenced ganglion.
/// </summary>
public struct PhaseOutput
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
}
