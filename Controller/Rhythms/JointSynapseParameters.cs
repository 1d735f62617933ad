using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>What sets the pace of a trunk joint's left and right bursters: a chain as far as the message says swim, the legs as far as it does not.</summary>
/// <remarks>
/// Swimming, a joint's burst is slowed while the joint ahead bends the same way and hurried once that bends the other way: the wave runs
/// to the tail. Walking, a burst is hurried while the leg of the other side swings: the trunk then changes over, once for each swing.
/// </remarks>
public sealed record JointSynapseParameters : ParameterGroup
{
    /// <summary>With the swim message.</summary>
    [Parameter(-5, 5, "1", "Input to a joint's bursters when swimming.")]
    public double Swim { get; init => field = Checked(value); } = 0.791;

    /// <summary>From the same side of the joint ahead.</summary>
    [Parameter(-5, 5, "1", "Swimming: weight of the synapse from the same side of the joint ahead.")]
    public double SameAhead { get; init => field = Checked(value); } = -0.114;

    /// <summary>From the other side of the joint ahead.</summary>
    [Parameter(-5, 5, "1", "Swimming: weight of the synapse from the other side of the joint ahead.")]
    public double OtherAhead { get; init => field = Checked(value); } = 0.534;

    /// <summary>From the leg of the other side.</summary>
    [Parameter(-5, 5, "1", "Walking: weight of the synapse from the flexor of the other side's leg.")]
    public double Flexor { get; init => field = Checked(value); } = 0.901;
}
