namespace Locomotion.Controller.Cord;

/// <summary>How the brain's swim message m and the SEG's fold signal σ together fold a leg.</summary>
public enum FoldGate
{
    /// <summary>Both are needed: F tends to min(m, σ).</summary>
    And,
    /// <summary>Either will do: F tends to max(m, (1 − c) σ).</summary>
    Or,
}
