namespace Locomotion.Hardware.Robots;

/// <summary>Numbers of the GPIO lines, as the chip counts them.</summary>
/// <param name="Enable">Output enable of all servo boards, active low, pulled up.</param>
/// <param name="Heartbeat">Keeps the external watchdog from switching the outputs off.</param>
/// <param name="Stop">Reads the emergency stop, normally closed.</param>
public sealed record RobotPins(int Enable, int Heartbeat, int Stop);
