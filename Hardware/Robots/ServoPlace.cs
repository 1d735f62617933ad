using Locomotion.Hardware.Servos;

namespace Locomotion.Hardware.Robots;

/// <summary>Where a joint's servo is plugged in.</summary>
/// <param name="Joint">Number of the joint.</param>
/// <param name="Bus">Number of the bus.</param>
/// <param name="Board">Address of its PCA9685.</param>
/// <param name="Channel">On that board.</param>
/// <param name="Pulses">Its hard limits.</param>
public readonly record struct ServoPlace(int Joint, int Bus, int Board, int Channel, PulseRange Pulses)
{
    /// <summary>"bus 1, board 0x60, channel 3".</summary>
    public override string ToString() => $"bus {Bus}, board 0x{Board:x2}, channel {Channel}";
}
