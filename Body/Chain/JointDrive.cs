namespace Locomotion.Body.Chain;

/// <summary>The torque of a trunk joint over a step: <see cref="Torque"/> − <see cref="Implicit"/> · (acceleration of the bend).</summary>
public struct JointDrive
{
    /// <summary>Torque that increases the bend, at zero acceleration, N m.</summary>
    public double Torque;
    /// <summary>What stiffness and damping take away as the bend accelerates: h d + h² k, kg m².</summary>
    public double Implicit;
}
