namespace Locomotion.Hardware.Chips;

/// <summary>What an MPU-6050 feels, in its own axes: specific force, m/s² (at rest, up, 9.81), and rate of turn, rad/s; all of one instant.</summary>
/// <param name="ForceX">Specific force along x, m/s².</param>
/// <param name="ForceY">Specific force along y, m/s².</param>
/// <param name="ForceZ">Specific force along z, m/s².</param>
/// <param name="TurnX">Rate of turn about x, rad/s, by the right-hand rule.</param>
/// <param name="TurnY">Rate of turn about y, rad/s.</param>
/// <param name="TurnZ">Rate of turn about z, rad/s.</param>
/// <param name="Celsius">The chip's temperature, °C.</param>
public readonly record struct MotionReading(
    double ForceX, double ForceY, double ForceZ, double TurnX, double TurnY, double TurnZ, double Celsius);
