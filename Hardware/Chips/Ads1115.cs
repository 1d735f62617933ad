using System.Device.I2c;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>TI ADS1115, four voltages by a 16-bit converter, one conversion at a time. Used in single-shot mode.</summary>
/// <remarks>
/// Source: ADS1115 data sheet SBAS444E, 7.4.2.1 (single-shot mode), 8.1 (registers). Surface after Iot.Device.Bindings' Ads1115, with
/// Try methods for the loop.
/// </remarks>
public sealed class Ads1115 : IDisposable
{
    /// <summary>The first of four addresses, ADDR to ground; VDD, SDA and SCL give the next.</summary>
    public const byte I2cAddressBase = 0x48;

    /// <summary>Inputs of a chip.</summary>
    public const int Inputs = 4;

    internal const byte Conversion = 0, Config = 1;
    internal const ushort Start = 0x8000, SingleShot = 0x0100, NoComparator = 0x0003, ResetConfig = 0x8583;

    private static readonly double[] FullScales = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256];
    private static readonly int[] Rates = [8, 16, 32, 64, 128, 250, 475, 860];

    private readonly I2cDevice device;

    /// <summary>A chip that converts only when told to.</summary>
    public Ads1115(I2cDevice i2cDevice, MeasuringRange measuringRange, DataRate dataRate, TickBudget budget)
    {
        device = i2cDevice;
        MeasuringRange = measuringRange;
        DataRate = dataRate;
        Link = new ChipLink(i2cDevice, budget, "ADS1115");
    }

    /// <summary>Counts, timings and faults of the chip's transactions.</summary>
    public ChipLink Link { get; }

    /// <summary>Full scale in force.</summary>
    public MeasuringRange MeasuringRange { get; }

    /// <summary>Conversions a second in force.</summary>
    public DataRate DataRate { get; }

    /// <summary>Volts of a full count.</summary>
    public double FullScaleVolts => FullScales[(int)MeasuringRange];

    /// <summary>
    /// The longest that a conversion takes, ns: the rate's period, 10 % for the oscillator's tolerance, 50 µs to wake up (SBAS444E, 7.4.2.1 and table 5.5).
    /// </summary>
    public long ConversionNanoseconds => 1_100_000_000L / Rates[(int)DataRate] + 50_000;

    /// <summary>Begins to convert <paramref name="input"/>. False when lost.</summary>
    public bool TryStartConversion(InputMultiplexer input) => Link.TryWriteWord(Config, (ushort)(Start | ConfigFor(input)));

    /// <summary>True once the conversion is over: OS reads 1. False while it lasts and when the reading is lost.</summary>
    public bool TryIsReady(InputMultiplexer input, out RegisterCheck check)
    {
        check = RegisterCheck.Unread;
        if (!Link.TryReadWord(Config, out ushort config)) return false;
        int settings = config & ~Start;
        check = settings == ConfigFor(input) ? RegisterCheck.AsSet
            : config == ResetConfig ? RegisterCheck.Reset : RegisterCheck.Different;
        return check == RegisterCheck.AsSet && (config & Start) != 0;
    }

    /// <summary>Reads what the last conversion gave, in counts. False, and 0, when lost.</summary>
    public bool TryReadRaw(out short counts)
    {
        bool good = Link.TryReadWord(Conversion, out ushort word);
        counts = (short)word;
        return good;
    }

    /// <summary>The voltage of <paramref name="counts"/>, V (SBAS444E, 7.5.4).</summary>
    public double RawToVoltage(short counts) => counts * (FullScaleVolts / 32768);

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();

    private ushort ConfigFor(InputMultiplexer input) =>
        (ushort)((int)input << 12 | (int)MeasuringRange << 9 | SingleShot | (int)DataRate << 5 | NoComparator);
}
