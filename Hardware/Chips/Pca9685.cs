using System.Device.I2c;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>NXP PCA9685, 16 outputs of 12-bit PWM: a servo board. All channels change in one transaction.</summary>
/// <remarks>
/// Source: PCA9685 data sheet Rev. 4 (16 April 2015); sections are named at each method. Surface after Iot.Device.Bindings' Pca9685
/// (<see cref="PwmFrequency"/>, <see cref="ClockFrequency"/>, <see cref="GetDutyCycle"/>), with Try methods for the loop, which neither throw nor allocate.
/// </remarks>
public sealed class Pca9685 : ISetUpChip, IDisposable
{
    /// <summary>The address with all six address pins low. INA219 has the same: move one.</summary>
    public const byte I2cAddressBase = 0x40;

    /// <summary>Outputs of a board.</summary>
    public const int Channels = 16;

    internal const byte Mode1 = 0x00, Mode2 = 0x01, FirstLed = 0x06, AllOffHigh = 0xFD, PreScale = 0xFE;
    internal const byte Restart = 0x80, AutoIncrement = 0x20, Sleep = 0x10, AllCall = 0x01;     // MODE1, table 5
    internal const byte TotemPole = 0x04;       // MODE2, table 6: OUTDRV = 1, OUTNE = 00, so OE high makes every output low
    internal const byte FullOff = 0x10;         // LEDn_OFF_H bit 4: no pulse, whatever ON says
    private const byte Running = AutoIncrement; // no all-call: the board answers to its own address only
    private const long OscillatorStart = 500_000;

    private readonly I2cDevice device;
    private readonly Pca9685Settings settings;
    private readonly byte[] burst = new byte[1 + 4 * Channels];
    private readonly double[] pulses = new double[Channels];

    /// <summary>A board that nothing is sent to before <see cref="TryStart"/>.</summary>
    public Pca9685(I2cDevice i2cDevice, Pca9685Settings settings, TickBudget budget)
    {
        device = i2cDevice;
        this.settings = settings;
        Link = new ChipLink(i2cDevice, budget, "PCA9685");
        Scale = PulseScale.For(settings.ClockFrequency, settings.PwmFrequency);
        int shortest = Scale.ToCounts(settings.MinPulseMicroseconds), longest = Scale.ToCounts(settings.MaxPulseMicroseconds);
        if (shortest < 1 || longest <= shortest || longest >= PulseScale.Counts)
            throw new InvalidInputException(Link.Name, $"pulses from {settings.MinPulseMicroseconds} to {settings.MaxPulseMicroseconds} µs",
                $"must last a count of {Scale.CountMicroseconds:f2} µs, rise, and fit a period of {Scale.PeriodMicroseconds:f0} µs",
                "correct the board's settings");
        burst[0] = FirstLed;
        Fill(pulses);
    }

    /// <summary>Counts, timings and faults of the board's transactions.</summary>
    public ChipLink Link { get; }

    /// <summary>The map from µs to counts in force.</summary>
    public PulseScale Scale { get; }

    /// <summary>Pulses a second that the prescaler gives, Hz.</summary>
    public double PwmFrequency => 1e6 / Scale.PeriodMicroseconds;

    /// <summary>The oscillator's frequency, Hz.</summary>
    public double ClockFrequency => Scale.OscillatorHz;

    /// <inheritdoc/>
    public RegisterCheck Check { get; private set; }

    /// <summary>Read-backs that found the chip reset: brown-outs noticed.</summary>
    public long Resets { get; private set; }

    /// <summary>Writes refused because a pulse was not a number or outside the settings' limits.</summary>
    public long Refused { get; private set; }

    /// <summary>Pulses that the board was last told to give, µs; 0: none. [channel]</summary>
    public ReadOnlySpan<double> Pulses => pulses;

    /// <summary>
    /// Sets the board up with no pulse on any channel and its oscillator running, and verifies that. Keep output enable high meanwhile.
    /// Takes about 1 ms. May be called again after a brown-out.
    /// </summary>
    /// <remarks>
    /// Order: all outputs off (7.3.4, an orderly shutdown, so that nothing restarts), sleep, since PRE_SCALE can be written only then
    /// (7.3.5), drivers, rate, channels loaded, sleep ended, 500 µs for the oscillator (7.3.1.1), read back.
    /// </remarks>
    public bool TryStart()
    {
        Check = RegisterCheck.Unread;
        pulses.AsSpan().Clear();
        Fill(pulses);
        bool sent = TryAllOff()
            && Link.TryWriteByte(Mode1, Sleep | AutoIncrement)
            && Link.TryWriteByte(Mode2, TotemPole)
            && Link.TryWriteByte(PreScale, (byte)Scale.Prescale)
            && Link.TryWrite(burst)
            && Link.TryWriteByte(Mode1, Running);
        if (!sent) return false;
        Link.Budget.Clock.Wait(OscillatorStart);
        return TryReadBack() && Check == RegisterCheck.AsSet;
    }

    /// <summary>
    /// Sets all 16 pulses in one transaction (auto-increment, 7.3; outputs change together on its stop, 7.3.2 OCH = 0).
    /// </summary>
    /// <param name="microseconds">Width for each channel, µs: 0 for none, else within the settings' limits. [channel]</param>
    /// <returns>False when a pulse is refused, and then nothing is sent, or when the transaction is lost.</returns>
    public bool TryWritePulses(ReadOnlySpan<double> microseconds)
    {
        if (!Acceptable(microseconds))
        {
            Refused++;
            return false;
        }
        Fill(microseconds);
        if (!Link.TryWrite(burst)) return false;
        microseconds.CopyTo(pulses);
        return true;
    }

    /// <summary>Ends all pulses by ALL_LED_OFF_H bit 4 (7.3.4): two bytes that work in any state of the chip, sent even when the tick's budget is used up.</summary>
    public bool TryAllOff()
    {
        if (!Link.TryWriteUrgent([AllOffHigh, FullOff])) return false;
        pulses.AsSpan().Clear();
        return true;
    }

    /// <summary>Reads MODE1, MODE2 and PRE_SCALE into <see cref="Check"/>. False when lost.</summary>
    public bool TryReadBack()
    {
        Span<byte> modes = stackalloc byte[2];
        if (!Link.TryWriteRead([Mode1], modes) || !Link.TryReadByte(PreScale, out byte prescale))
        {
            Check = RegisterCheck.Unread;
            return false;
        }
        bool asSet = modes[0] == Running && modes[1] == TotemPole && prescale == Scale.Prescale;
        bool reset = (modes[0] & ~Restart) == (Sleep | AllCall);   // after a reset nothing auto-increments: both bytes are MODE1
        Check = asSet ? RegisterCheck.AsSet : reset ? RegisterCheck.Reset : RegisterCheck.Different;
        if (Check == RegisterCheck.Reset) Resets++;
        return true;
    }

    /// <summary>Stops the oscillator; channels keep their values, and outputs are low (7.3.1.1).</summary>
    public bool TrySleep() => Link.TryWriteByte(Mode1, Sleep | AutoIncrement);

    /// <summary>
    /// Ends <see cref="TrySleep"/> with the channels as they were: RESTART read, SLEEP cleared, 500 µs, RESTART written (7.3.1.1).
    /// Takes about 1 ms.
    /// </summary>
    public bool TryRestart()
    {
        if (!Link.TryReadByte(Mode1, out byte mode) || !Link.TryWriteByte(Mode1, Running)) return false;
        Link.Budget.Clock.Wait(OscillatorStart);
        return (mode & Restart) == 0 || Link.TryWriteByte(Mode1, Running | Restart);
    }

    /// <summary>The share of the period, 0 to 1, that <paramref name="channel"/> was last told to be high.</summary>
    public double GetDutyCycle(int channel) => pulses[channel] / Scale.PeriodMicroseconds;

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();

    private bool Acceptable(ReadOnlySpan<double> microseconds)
    {
        if (microseconds.Length != Channels) return false;
        foreach (double pulse in microseconds)
            if (pulse != 0 && !(pulse >= settings.MinPulseMicroseconds && pulse <= settings.MaxPulseMicroseconds)) return false;   // NaN too
        return true;
    }

    private void Fill(ReadOnlySpan<double> microseconds)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            int on = channel * settings.RiseSpacing, off = (on + Scale.ToCounts(microseconds[channel])) % PulseScale.Counts;
            Span<byte> registers = burst.AsSpan(1 + 4 * channel, 4);
            registers[0] = (byte)on;
            registers[1] = (byte)(on >> 8);
            registers[2] = microseconds[channel] == 0 ? (byte)0 : (byte)off;
            registers[3] = microseconds[channel] == 0 ? FullOff : (byte)(off >> 8);
        }
    }
}
