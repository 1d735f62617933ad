using System.Device.I2c;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>TI INA219: voltage and current of a supply rail over a shunt.</summary>
/// <remarks>
/// Set to 32 V, 12 bits (532 µs each), shunt and bus without end. The gain is the finest whose range holds the largest current.
/// <para>
/// Source: INA219 data sheet SBOS448G, 8.5.1 (calibration), 8.6.2.1 (configuration), 8.6.3 and 8.6.4 (data, calibration). Surface after
/// Iot.Device.Bindings' Ina219, with Try methods for the loop.
/// </para>
/// </remarks>
public sealed class Ina219 : ISetUpChip, IDisposable
{
    /// <summary>The address with A1 and A0 at ground: the PCA9685's too, so move one.</summary>
    public const byte I2cAddressBase = 0x40;

    /// <summary>Volts of one count of the shunt register (SBOS448G, 8.6.3.1).</summary>
    internal const double ShuntStep = 1e-5;

    internal const byte Config = 0, Bus = 2, Current = 4, Calibration = 5;
    internal const ushort ResetConfig = 0x399F;
    internal const int OverflowFlag = 1, ReadyFlag = 2;
    private const ushort Volts32Bits12Continuous = 0x2000 | 0x0180 | 0x0018 | 0x0007;

    private readonly I2cDevice device;
    private readonly ushort config, calibration;
    private readonly short rawLimit;

    /// <summary>A monitor of a shunt of <paramref name="shuntOhms"/>, Ω, that <paramref name="maxAmperes"/>, A, pass at most.</summary>
    public Ina219(I2cDevice i2cDevice, double shuntOhms, double maxAmperes, TickBudget budget)
    {
        device = i2cDevice;
        Link = new ChipLink(i2cDevice, budget, "INA219");
        calibration = CalibrationFor(Link.Name, shuntOhms, maxAmperes);
        double drop = shuntOhms * maxAmperes;
        int gain = drop <= 0.04 ? 0 : drop <= 0.08 ? 1 : drop <= 0.16 ? 2 : 3;
        config = (ushort)(Volts32Bits12Continuous | gain << 11);
        CurrentLsb = 0.04096 / (calibration * shuntOhms);
        rawLimit = (short)Math.Min(32767, 0.04 * (1 << gain) / shuntOhms / CurrentLsb * 0.999);
    }

    /// <summary>What the calibration register gets for a shunt; errors call the chip <paramref name="name"/>.</summary>
    /// <exception cref="InvalidInputException">The chip cannot measure such a shunt.</exception>
    internal static ushort CalibrationFor(string name, double shuntOhms, double maxAmperes)
    {
        if (!(shuntOhms > 0 && maxAmperes > 0 && shuntOhms * maxAmperes <= 0.32))
            throw new InvalidInputException($"Shunt of {name}", $"{shuntOhms} Ω at {maxAmperes} A",
                "must be positive and drop at most 0.32 V", "take a smaller shunt");
        double lsb = maxAmperes / 32768;
        double exact = Math.Truncate(0.04096 / (lsb * shuntOhms));      // equation 1; bit 0 is not stored
        return exact is >= 2 and <= 65534
            ? (ushort)((int)exact & ~1)
            : throw new InvalidInputException($"Shunt of {name}", $"{shuntOhms} Ω at {maxAmperes} A",
                $"needs a calibration of {exact}, outside [2, 65534]", "give the largest current that the shunt is meant for");
    }

    /// <summary>Counts, timings and faults of the chip's transactions.</summary>
    public ChipLink Link { get; }

    /// <summary>Amperes of one count of the current register.</summary>
    public double CurrentLsb { get; }

    /// <inheritdoc/>
    public RegisterCheck Check { get; private set; }

    /// <summary>Sets configuration and calibration and reads them back. Readings are fresh 1.2 ms later.</summary>
    public bool TryStart() =>
        Link.TryWriteWord(Config, config) && Link.TryWriteWord(Calibration, calibration)
        && TryReadBack() && Check == RegisterCheck.AsSet;

    /// <summary>Voltage and current, in two transactions. False, and the reading not to be used, when one is lost.</summary>
    public bool TryRead(out RailReading reading)
    {
        reading = default;
        if (!Link.TryReadWord(Bus, out ushort bus) || !Link.TryReadWord(Current, out ushort word)) return false;
        short current = (short)word;
        bool overflow = (bus & OverflowFlag) != 0 || current >= rawLimit || current <= -rawLimit;
        reading = new RailReading((bus >> 3) * 0.004, current * CurrentLsb, (bus & ReadyFlag) != 0, overflow);
        return true;
    }

    /// <summary>Reads configuration and calibration back into <see cref="Check"/>; after a reset the current reads 0. False when lost.</summary>
    public bool TryReadBack()
    {
        Check = RegisterCheck.Unread;
        if (!Link.TryReadWord(Config, out ushort setConfig) || !Link.TryReadWord(Calibration, out ushort setCalibration)) return false;
        Check = setConfig == config && setCalibration == calibration ? RegisterCheck.AsSet
            : setConfig == ResetConfig && setCalibration == 0 ? RegisterCheck.Reset : RegisterCheck.Different;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();
}
