namespace Locomotion.Hardware.Chips;

/// <summary>Conversions a second of the ADS1115, ± 10 %. Bits 7 to 5 of its config register (SBAS444E, 8.1.3).</summary>
public enum DataRate : byte
{
    /// <summary>8 a second.</summary>
    SPS008,

    /// <summary>16 a second.</summary>
    SPS016,

    /// <summary>32 a second.</summary>
    SPS032,

    /// <summary>64 a second.</summary>
    SPS064,

    /// <summary>128 a second.</summary>
    SPS128,

    /// <summary>250 a second.</summary>
    SPS250,

    /// <summary>475 a second.</summary>
    SPS475,

    /// <summary>860 a second.</summary>
    SPS860,
}
