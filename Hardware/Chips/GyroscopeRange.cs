namespace Locomotion.Hardware.Chips;

/// <summary>Full scale of the MPU-6050's gyroscope: FS_SEL, bits 4 and 3 of GYRO_CONFIG (RM-MPU-6000A-00 Rev. 4.2, 4.4).</summary>
public enum GyroscopeRange : byte
{
    /// <summary>± 250 degrees a second.</summary>
    Range0250Dps,

    /// <summary>± 500 degrees a second.</summary>
    Range0500Dps,

    /// <summary>± 1000 degrees a second.</summary>
    Range1000Dps,

    /// <summary>± 2000 degrees a second.</summary>
    Range2000Dps,
}
