namespace Locomotion.Controller.Rhythms;

/// <summary>
/// Firing rates that a segment's bursters show their neighbours. The zero output excites and inhibits nothing, which is what lies ahead
/// of the head, behind the tail, across a cut, and in a silenced ganglion.
/// </summary>
public struct BurstOutput
{
    /// <summary>Flexor, left leg: it swings.</summary>
    public double FlexorLeft;
    /// <summary>Flexor, right leg.</summary>
    public double FlexorRight;
    /// <summary>Extensor, left leg: it stands and pushes.</summary>
    public double ExtensorLeft;
    /// <summary>Extensor, right leg.</summary>
    public double ExtensorRight;
    /// <summary>Trunk burster that bends the joint behind to the left.</summary>
    public double TrunkLeft;
    /// <summary>Trunk burster that bends it to the right.</summary>
    public double TrunkRight;
}
