namespace Locomotion.Controller.Limits;

/// <summary>What a joint does.</summary>
public enum JointKind
{
    /// <summary>Bends the trunk between two segments.</summary>
    Bend,
    /// <summary>Sweeps a leg forward and backward.</summary>
    Yaw,
    /// <summary>Lifts a leg.</summary>
    Lift,
}
