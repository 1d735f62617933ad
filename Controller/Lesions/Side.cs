namespace Locomotion.Controller.Lesions;

/// <summary>Left or right.</summary>
public enum Side
{
    /// <summary>Left, looking forward.</summary>
    Left,
    /// <summary>Right.</summary>
    Right,
}
