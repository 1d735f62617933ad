namespace Locomotion.Hardware.Chips;

/// <summary>Full scale of the ADS1115, ± mV; no input may exceed its supply. Bits 11 to 9 of its config register (SBAS444E, 8.1.3).</summary>
public enum MeasuringRange : byte
{
    /// <summary>± 6.144 V.</summary>
    FS6144,

    /// <summary>± 4.096 V.</summary>
    FS4096,

    /// <summary>± 2.048 V.</summary>
    FS2048,

    /// <summary>± 1.024 V.</summary>
    FS1024,

    /// <summary>± 0.512 V.</summary>
    FS0512,

    /// <summary>± 0.256 V.</summary>
    FS0256,
}
