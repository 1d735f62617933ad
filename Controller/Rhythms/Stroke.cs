namespace Locomotion.Controller.Rhythms;

/// <summary>What the rhythm of a segment asks of its muscles, each number from −1 to 1.</summary>
public struct Stroke
{
    /// <summary>Left leg: 1 full forward, −1 full backward.</summary>
    public double YawLeft;
    /// <summary>Right leg.</summary>
    public double YawRight;
    /// <summary>Left leg: 1 fully lifted, −1 pressed down.</summary>
    public double LiftLeft;
    /// <summary>Right leg.</summary>
    public double LiftRight;
    /// <summary>The joint behind: 1 full bend to the left.</summary>
    public double Bend;
}
