namespace Locomotion.Hardware.Chips;

/// <summary>Full scale of the MPU-6050's accelerometer: AFS_SEL, bits 4 and 3 of ACCEL_CONFIG (RM-MPU-6000A-00 Rev. 4.2, 4.5).</summary>
public enum AccelerometerRange : byte
{
    /// <summary>± 2 g.</summary>
    Range02G,

    /// <summary>± 4 g.</summary>
    Range04G,

    /// <summary>± 8 g.</summary>
    Range08G,

    /// <summary>± 16 g.</summary>
    Range16G,
}
