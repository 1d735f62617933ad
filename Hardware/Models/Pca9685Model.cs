using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>A PCA9685 by its data sheet, which notes every pulse that a servo must not see.</summary>
/// <remarks>
/// Registers, auto-increment, sleep, restart, prescaler, software reset and all-call follow the data sheet Rev. 4 (7.1 to 7.6). A
/// channel that a transaction leaves torn or out of its limits keeps its former pulse, and a <see cref="Violation"/> says why.
/// Simplified: new pulses begin at the stop, not at the end of a period, and RESTART is set at once.
/// </remarks>
public sealed class Pca9685Model : ByteChipModel
{
    private const byte OutputChangeOnAck = 0x08, Invert = 0x10, NotEnabled = 0x03, ExternalClock = 0x40, SubAddresses = 0x0E;
    private const int LastLed = 0x45, AllLedFirst = 0xFA, TestMode = 0xFF;
    private const long OscillatorStart = 500_000;

    private readonly byte[] registers = new byte[256];
    private readonly double oscillatorHz;
    private readonly PwmChannels channels;
    private bool restart;
    private long awakeSince;

    /// <summary>A board just powered: asleep, all channels off.</summary>
    /// <param name="address">Its address, 0x40 to 0x7F.</param>
    /// <param name="clock">Time.</param>
    /// <param name="oscillatorHz">What its oscillator really runs at, Hz.</param>
    public Pca9685Model(int address, IClock clock, double oscillatorHz = Pca9685Settings.NominalClock) : base(address, clock)
    {
        this.oscillatorHz = oscillatorHz;
        channels = new PwmChannels(Violate);
        Reset();
    }

    /// <summary>Whether the output-enable line is high, which stops all pulses. Without one the pin is tied low.</summary>
    public Func<bool>? OutputEnableHigh { get; set; }

    /// <summary>True while the oscillator is off.</summary>
    public bool IsAsleep => (registers[Pca9685.Mode1] & Pca9685.Sleep) != 0;

    /// <summary>A register as it stands.</summary>
    public byte this[int register] => register == Pca9685.Mode1 ? ModeOne : registers[register];

    /// <summary>Sets the pulses that <paramref name="channel"/> may give, µs. At first every pulse is.</summary>
    public void Limit(int channel, double minMicroseconds, double maxMicroseconds) => channels.Limit(channel, minMicroseconds, maxMicroseconds);

    /// <summary>The pulse that comes out of <paramref name="channel"/> now, µs; 0: none.</summary>
    public double PulseMicroseconds(int channel)
    {
        Settle();
        bool running = !IsAsleep && !restart && Now - awakeSince >= OscillatorStart && OutputEnableHigh?.Invoke() != true;
        return running ? channels.Counts(channel) * Scale.CountMicroseconds : 0;
    }

    private PulseScale Scale => new(oscillatorHz, registers[Pca9685.PreScale]);

    private byte ModeOne => (byte)(registers[Pca9685.Mode1] | (restart ? Pca9685.Restart : 0));

    internal override bool Answers(int address, bool read) =>
        address == Address || !read && (registers[Pca9685.Mode1] & Pca9685.AllCall) != 0 && address == registers[0x05] >> 1;

    private protected override bool TakeData(byte value)
    {
        if (Selected is > LastLed and < AllLedFirst)
        {
            Violate(ViolationKind.ReservedRegister, $"register 0x{Selected:x2} is reserved and not acknowledged (table 4)");
            return false;
        }
        Store(value);
        Increment();
        return true;
    }

    internal override byte Give()
    {
        byte value = Selected switch
        {
            Pca9685.Mode1 => ModeOne,
            > LastLed and < Pca9685.PreScale => 0,        // ALL_LED registers read 0
            _ => registers[Selected],
        };
        Increment();
        return value;
    }

    internal override void End(bool interrupted)
    {
        if (!channels.Touched) return;
        restart = false;
        channels.Latch(registers, Scale, IsAsleep, interrupted);
        if (!IsAsleep && Now - awakeSince < OscillatorStart && channels.AnyRunning)
            Violate(ViolationKind.TooEarly, "channels written within 500 µs of the end of sleep (7.3.1.1)");
    }

    internal override bool TakeGeneralCall(byte value)
    {
        if (value != 0x06) return false;
        Reset();
        return true;
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        registers.AsSpan().Clear();
        registers[Pca9685.Mode1] = Pca9685.Sleep | Pca9685.AllCall;
        registers[Pca9685.Mode2] = Pca9685.TotemPole;
        (registers[0x02], registers[0x03], registers[0x04], registers[0x05]) = (0xE2, 0xE4, 0xE8, 0xE0);
        for (int channel = 0; channel < Pca9685.Channels; channel++) registers[Pca9685.FirstLed + 4 * channel + 3] = Pca9685.FullOff;
        registers[Pca9685.PreScale] = 0x1E;
        restart = false;
        Selected = 0;
        channels.Clear();
    }

    private void Increment()
    {
        if ((registers[Pca9685.Mode1] & Pca9685.AutoIncrement) == 0) return;
        Selected = Selected is LastLed or Pca9685.PreScale ? 0 : (Selected + 1) & 0xFF;      // remark below table 4
    }

    private void Store(byte value)
    {
        switch (Selected)
        {
            case Pca9685.Mode1:
                StoreModeOne(value);
                break;
            case Pca9685.Mode2:
                StoreModeTwo(value);
                break;
            case >= Pca9685.FirstLed and <= LastLed:
                registers[Selected] = value;
                channels.Touch(Selected - Pca9685.FirstLed);
                break;
            case >= AllLedFirst and < Pca9685.PreScale:
                for (int channel = 0; channel < Pca9685.Channels; channel++)
                {
                    int index = 4 * channel + Selected - AllLedFirst;
                    registers[Pca9685.FirstLed + index] = value;
                    channels.Touch(index);
                }
                break;
            case Pca9685.PreScale when IsAsleep:
                registers[Selected] = Math.Max((byte)3, value);
                break;
            case Pca9685.PreScale:
                Violate(ViolationKind.IgnoredWrite, "PRE_SCALE is blocked while SLEEP is 0 (7.3.5)");
                break;
            case TestMode:
                Violate(ViolationKind.ReservedRegister, "TestMode must not be written (table 4)");
                break;
            default:
                registers[Selected] = value;     // the three sub-addresses and the all-call address
                break;
        }
    }

    private void StoreModeOne(byte value)
    {
        bool wasAsleep = IsAsleep, sleep = (value & Pca9685.Sleep) != 0;
        int sticky = registers[Pca9685.Mode1] & ExternalClock;                             // cleared by reset only
        if ((value & ExternalClock) != 0 && sticky == 0)
        {
            if (wasAsleep) sticky = ExternalClock;
            else Violate(ViolationKind.IgnoredWrite, "EXTCLK can be set only in sleep (table 5)");
        }
        int plain = Pca9685.AutoIncrement | Pca9685.Sleep | SubAddresses | Pca9685.AllCall;
        registers[Pca9685.Mode1] = (byte)(value & plain | sticky);
        if (wasAsleep && !sleep) awakeSince = Now;
        if (!wasAsleep && sleep) restart |= channels.AnyRunning;
        if ((value & Pca9685.Restart) == 0 || !restart) return;
        if (sleep || Now - awakeSince < OscillatorStart)
            Violate(ViolationKind.TooEarly, "RESTART written before SLEEP was 0 for 500 µs (7.3.1.1)");
        else
            restart = false;
    }

    private void StoreModeTwo(byte value)
    {
        registers[Pca9685.Mode2] = (byte)(value & 0x1F);
        if ((value & NotEnabled) != 0)
            Violate(ViolationKind.UnsafeSetting, "OUTNE is not 00: outputs are not low while OE is high (table 6)");
        if ((value & (Invert | Pca9685.TotemPole)) != Pca9685.TotemPole)
            Violate(ViolationKind.UnsafeSetting, "outputs are inverted or open-drain: a servo sees the pulse's complement, or none (table 6)");
        if ((value & OutputChangeOnAck) != 0)
            Violate(ViolationKind.UnsafeSetting, "OCH is 1: channels do not change together (table 6)");
    }
}
