namespace Locomotion.Hardware.Servos;

/// <summary>A place of a joint (rad; of a lift −1 to 1) that was seen at a pulse, µs.</summary>
public readonly record struct PulsePoint(double Place, double Microseconds);
