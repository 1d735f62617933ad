namespace Locomotion.Controller.Descending;

/// <summary>Who decides whether to swim.</summary>
public enum SwimDecision
{
    /// <summary>Whoever commands.</summary>
    Commanded,
    /// <summary>The brain, from the wetness of the head.</summary>
    Auto,
}
