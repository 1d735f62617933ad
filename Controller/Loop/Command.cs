using Locomotion.Controller.State;

namespace Locomotion.Controller.Loop;

/// <summary>What the controller asks of the body. Numbering: <see cref="Leg"/>.</summary>
public sealed class Command(int segments) : IHasState
{
    /// <summary>Bend wanted at each trunk joint, rad, positive to the left. [joint]</summary>
    public readonly double[] Bend = new double[segments - 1];

    /// <summary>Leg angle from straight sideways, rad, positive forward. [leg]</summary>
    public readonly double[] LegYaw = new double[2 * segments];

    /// <summary>Foot height, −1 (pressed down) to 1 (fully lifted). [leg]</summary>
    public readonly double[] LegLift = new double[2 * segments];

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("command");
        visitor.Visit<double>("bend", Bend);
        visitor.Visit<double>("leg-yaw", LegYaw);
        visitor.Visit<double>("leg-lift", LegLift);
    }
}
