namespace Locomotion.Hardware.Chips;

/// <summary>What the ADS1115 measures against ground: bits 14 to 12 of its config register (data sheet SBAS444E, 8.1.3).</summary>
public enum InputMultiplexer : byte
{
    /// <summary>Input 0.</summary>
    AIN0 = 4,

    /// <summary>Input 1.</summary>
    AIN1 = 5,

    /// <summary>Input 2.</summary>
    AIN2 = 6,

    /// <summary>Input 3.</summary>
    AIN3 = 7,
}
