namespace Locomotion.Hardware.Models;

/// <summary>What is wrong with the bytes that a chip gives.</summary>
public enum SensorFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each register reads as it did last before the fault.</summary>
    Frozen,

    /// <summary>Every byte is random.</summary>
    Garbage,

    /// <summary>One bit of each read is flipped.</summary>
    BitErrors,
}
