using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>An ADS1115 by its data sheet SBAS444E: conversions take their time, and give what the input was when they began.</summary>
public sealed class Ads1115Model : WordChipModel
{
    private const int LowThreshold = 2, HighThreshold = 3;
    private const long WakeUp = 25_000;
    private static readonly double[] FullScales = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256];
    private static readonly int[] Rates = [8, 16, 32, 64, 128, 250, 475, 860];

    private ushort config, result, low, high;
    private short pending;
    private long readyAt;

    /// <summary>A chip just powered: idle.</summary>
    public Ads1115Model(int address, IClock clock) : base(address, clock) => Reset();

    /// <summary>Voltages at the four inputs, V. Set them at will.</summary>
    public readonly double[] Volts = new double[Ads1115.Inputs];

    /// <summary>How much slower than nominal its oscillator is, −0.1 to 0.1.</summary>
    public double Slowness { get; set; }

    private bool Converting => readyAt != long.MaxValue;

    internal override void Settle()
    {
        base.Settle();
        while (Converting && Now >= readyAt)
        {
            result = (ushort)pending;
            if ((config & Ads1115.SingleShot) != 0) readyAt = long.MaxValue;
            else Convert(Now);
        }
    }

    internal override bool TakeGeneralCall(byte value)
    {
        if (value == 0x06) Reset();
        return value == 0x06;
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        base.Reset();
        config = Ads1115.ResetConfig & ~Ads1115.Start;
        (result, low, high) = (0, 0x8000, 0x7FFF);
        readyAt = long.MaxValue;
    }

    /// <inheritdoc/>
    protected override ushort Load(int register) => (register & 3) switch
    {
        Ads1115.Conversion => result,
        Ads1115.Config => (ushort)(config | (Converting ? 0 : Ads1115.Start)),
        LowThreshold => low,
        _ => high,
    };

    /// <inheritdoc/>
    protected override void Store(int register, ushort value)
    {
        switch (register & 3)
        {
            case Ads1115.Config:
                StoreConfig(value);
                break;
            case LowThreshold:
                low = value;
                break;
            case HighThreshold:
                high = value;
                break;
            default:
                Violate(ViolationKind.IgnoredWrite, "the conversion register is read-only (8.1.2)");
                break;
        }
    }

    private void StoreConfig(ushort value)
    {
        bool busy = Converting && (config & Ads1115.SingleShot) != 0;
        config = (ushort)(value & ~Ads1115.Start);
        bool continuous = (value & Ads1115.SingleShot) == 0;
        if (busy && (value & Ads1115.Start) != 0)
            Violate(ViolationKind.IgnoredWrite, "OS written while a conversion is under way has no effect (8.1.3)");
        else if (continuous || (value & Ads1115.Start) != 0)
            Convert(Now + WakeUp);
    }

    private void Convert(long from)
    {
        readyAt = from + (long)(1e9 * (1 + Slowness) / Rates[config >> 5 & 7]);
        double fullScale = FullScales[config >> 9 & 7];
        pending = (short)Math.Clamp(Math.Round(Input(config >> 12 & 7) / fullScale * 32768), -32768, 32767);
    }

    private double Input(int multiplexer) => multiplexer switch
    {
        0 => Volts[0] - Volts[1],
        1 => Volts[0] - Volts[3],
        2 => Volts[1] - Volts[3],
        3 => Volts[2] - Volts[3],
        _ => Volts[multiplexer - 4],
    };
}
