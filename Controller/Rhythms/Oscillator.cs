namespace Locomotion.Controller.Rhythms;

/// <summary>What makes the rhythm of a segment's legs and trunk joint.</summary>
public enum Oscillator
{
    /// <summary>Phase oscillators.</summary>
    Phase,
    /// <summary>Bursting neurons.</summary>
    Bursting,
}
