using Locomotion.Hardware.Chips;

namespace Locomotion.Hardware.Robots;

/// <summary>How a servo board is set up.</summary>
public static class BoardSettings
{
    /// <summary>Fastest rate that servos here take, Hz; frames may be shorter.</summary>
    public const double FastestRate = 330;

    /// <summary>The settings of <paramref name="board"/> in a robot whose servo frame is <paramref name="frame"/>, s.</summary>
    public static Pca9685Settings For(ServoBoardPlan board, double frame) => new()
    {
        PwmFrequency = Math.Min(1 / frame, FastestRate),
        ClockFrequency = board.OscillatorHz,
        MinPulseMicroseconds = board.Pulses.MinMicroseconds,
        MaxPulseMicroseconds = board.Pulses.MaxMicroseconds,
    };
}
