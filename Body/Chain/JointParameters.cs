using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Chain;

/// <summary>Trunk joints: an actuator's spring to the wanted bend, and the joint's own damping.</summary>
public sealed record JointParameters : ParameterGroup
{
    /// <summary>k.</summary>
    [Parameter(0, 1e3, "N m/rad", "Stiffness with which a joint is held at the wanted bend.")]
    public double Stiffness { get; init => field = Checked(value); } = 5e-3;

    /// <summary>d.</summary>
    [Parameter(0, 10, "N m s/rad", "Damping of a joint.")]
    public double Damping { get; init => field = Checked(value); } = 5e-5;
}
