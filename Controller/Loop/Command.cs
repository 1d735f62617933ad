namespace Locomotion.Controller.Loop;

/// <summary>What the controller asks of the body. Numbering: <see cref="Leg"/>.</summary>
public sealed class Command(int segments)
{
    /// <summary>Bend wanted at each trunk joint, rad, positive to the left. [joint]</summary>
    public readonly double[] Bend = new double[segments - 1];

    /// <summary>Leg angle from straight sideways, rad, positive forward. [leg]</summary>
    public readonly double[] LegYaw = new double[2 * segments];

    /// <summary>Foot height, −1 (pressed down) to 1 (fully lifted). [leg]</summary>
    public readonly double[] LegLift = new double[2 * segments];
}
