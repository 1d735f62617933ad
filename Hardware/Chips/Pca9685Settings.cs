using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Chips;

/// <summary>How a PCA9685 board is used. Every instance is valid.</summary>
public sealed record Pca9685Settings
{
    /// <summary>Pulses a second wanted, Hz. The board takes the nearest that its prescaler has.</summary>
    public double PwmFrequency { get; init => field = InRange("output rate", value, 24, 1526, "Hz"); } = 50;

    /// <summary>
    /// What the board's oscillator really runs at, Hz. Nominal 25 MHz; boards differ by several per cent, so measure one output and
    /// use <see cref="PulseScale.OscillatorFrom"/>, or a deviation in ppm.
    /// </summary>
    public double ClockFrequency { get; init => field = InRange("oscillator", value, 20e6, 30e6, "Hz"); } = NominalClock;

    /// <summary>The shortest pulse that is sent, µs. A pulse of 0 means none and is always allowed.</summary>
    public double MinPulseMicroseconds { get; init => field = InRange("shortest pulse", value, 1, 40_000, "µs"); } = 400;

    /// <summary>The longest pulse that is sent, µs.</summary>
    public double MaxPulseMicroseconds { get; init => field = InRange("longest pulse", value, 1, 40_000, "µs"); } = 2600;

    /// <summary>
    /// Counts from one channel's rise to the next one's: spreads the rise of current over the period. Never changes while the board
    /// runs, since some servos twitch when their pulse moves. 224: at 50 Hz all pulses end within the period that they began in.
    /// </summary>
    public int RiseSpacing { get; init => field = (int)InRange("spacing of rises", value, 0, 256, "counts"); } = 224;

    /// <summary>The oscillator's frequency by the data sheet, Hz.</summary>
    public const double NominalClock = 25e6;

    /// <summary>The frequency of an oscillator that is <paramref name="ppm"/> faster than nominal, Hz.</summary>
    public static double ClockOff(double ppm) => NominalClock * (1 + ppm * 1e-6);

    private static double InRange(string what, double value, double low, double high, string unit) => value >= low && value <= high
        ? value
        : throw new InvalidInputException($"PCA9685 {what}", $"{value} {unit}", $"is outside [{low}, {high}] {unit}", "correct the board's settings");
}
