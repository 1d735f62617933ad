using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Chips;

/// <summary>A board's map from pulse width, µs, to the PCA9685's counts: the only place where the two units meet.</summary>
/// <param name="OscillatorHz">What the board's oscillator really runs at, Hz.</param>
/// <param name="Prescale">The value of PRE_SCALE, 3 to 255.</param>
/// <remarks>One count is (prescale + 1) / oscillator; a period is 4096 counts. Source: PCA9685 data sheet Rev. 4, 7.3.5.</remarks>
public readonly record struct PulseScale(double OscillatorHz, int Prescale)
{
    /// <summary>Counts in a period.</summary>
    public const int Counts = 4096;

    /// <summary>One count, µs.</summary>
    public double CountMicroseconds => (Prescale + 1) * 1e6 / OscillatorHz;

    /// <summary>One period of the outputs, µs.</summary>
    public double PeriodMicroseconds => Counts * CountMicroseconds;

    /// <summary>The scale whose rate is nearest to <paramref name="rate"/>, Hz. Throws when the prescaler does not reach it.</summary>
    public static PulseScale For(double oscillatorHz, double rate)
    {
        double prescale = Math.Round(oscillatorHz / (Counts * rate)) - 1;
        if (!(prescale is >= 3 and <= 255))
            throw new InvalidInputException("PCA9685 output rate", $"{rate} Hz",
                $"is outside {oscillatorHz / Counts / 256:f0} to {oscillatorHz / Counts / 4:f0} Hz", "choose what the servos take, mostly 50 Hz");
        return new PulseScale(oscillatorHz, (int)prescale);
    }

    /// <summary>
    /// The oscillator's frequency, Hz, from the outputs' rate, Hz, that a counter or oscilloscope shows at <paramref name="prescale"/>.
    /// </summary>
    public static double OscillatorFrom(double measuredRate, int prescale) => measuredRate * Counts * (prescale + 1);

    /// <summary>Whole counts nearest to <paramref name="microseconds"/>; an error of half a count at most.</summary>
    public int ToCounts(double microseconds) => (int)Math.Round(microseconds / CountMicroseconds);

    /// <summary>The width of <paramref name="counts"/>, µs.</summary>
    public double ToMicroseconds(int counts) => counts * CountMicroseconds;
}
