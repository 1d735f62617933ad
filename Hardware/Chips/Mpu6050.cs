using System.Buffers.Binary;
using System.Device.I2c;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>InvenSense MPU-6050: accelerometer and gyroscope, both read in one burst of 14 bytes.</summary>
/// <remarks>
/// Source: MPU-6000/MPU-6050 register map RM-MPU-6000A-00 Rev. 4.2; the register's section is named at each constant. Surface after
/// Iot.Device.Bindings' Mpu6050, with Try methods for the loop.
/// </remarks>
public sealed class Mpu6050 : ISetUpChip, IDisposable
{
    /// <summary>The address with AD0 low; high gives 0x69.</summary>
    public const byte DefaultI2cAddress = 0x68;

    internal const byte RateDivider = 0x19, Config = 0x1A, GyroConfig = 0x1B, AccelConfig = 0x1C;   // 4.2 to 4.5
    internal const byte FirstData = 0x3B, Power = 0x6B, WhoAmI = 0x75;                              // 4.17 to 4.19, 4.28, 4.32
    internal const byte Identity = 0x68, AsleepAtReset = 0x40, ClockFromGyro = 0x01;
    private const byte LowPass42Hz = 3;
    private const double StandardGravity = 9.80665, Degree = Math.PI / 180;

    private readonly I2cDevice device;
    private readonly byte rateDivider;
    private readonly double forceLsb, turnLsb;

    /// <summary>A chip that is asleep before <see cref="TryStart"/>. It samples at 200 Hz behind a low-pass of 42 to 44 Hz.</summary>
    public Mpu6050(I2cDevice i2cDevice, AccelerometerRange accelerometerRange, GyroscopeRange gyroscopeRange, TickBudget budget)
    {
        device = i2cDevice;
        Link = new ChipLink(i2cDevice, budget, "MPU6050");
        AccelerometerRange = accelerometerRange;
        GyroscopeRange = gyroscopeRange;
        rateDivider = 4;                                                            // 1 kHz / (1 + 4)
        forceLsb = StandardGravity * (2 << (int)accelerometerRange) / 32768;
        turnLsb = Degree * (1 << (int)gyroscopeRange) / 131;                        // 131 counts are 1 degree/s at ± 250
    }

    /// <summary>Counts, timings and faults of the chip's transactions.</summary>
    public ChipLink Link { get; }

    /// <summary>Full scale of the accelerometer.</summary>
    public AccelerometerRange AccelerometerRange { get; }

    /// <summary>Full scale of the gyroscope.</summary>
    public GyroscopeRange GyroscopeRange { get; }

    /// <inheritdoc/>
    public RegisterCheck Check { get; private set; }

    /// <summary>Checks the chip's identity, wakes it, sets it, and reads that back. The gyroscope settles in 30 ms.</summary>
    public bool TryStart() =>
        Link.TryReadByte(WhoAmI, out byte identity) && identity == Identity
        && Link.TryWriteByte(Power, ClockFromGyro)
        && Link.TryWrite([RateDivider, rateDivider, LowPass42Hz, (byte)((int)GyroscopeRange << 3), (byte)((int)AccelerometerRange << 3)])
        && TryReadBack() && Check == RegisterCheck.AsSet;

    /// <summary>Force, temperature and turn of one instant. False, and zeros, when lost.</summary>
    public bool TryRead(out MotionReading reading)
    {
        reading = default;
        Span<byte> data = stackalloc byte[14];
        if (!Link.TryWriteRead([FirstData], data)) return false;
        reading = new MotionReading(
            Word(data, 0) * forceLsb, Word(data, 1) * forceLsb, Word(data, 2) * forceLsb,
            Word(data, 4) * turnLsb, Word(data, 5) * turnLsb, Word(data, 6) * turnLsb,
            Word(data, 3) / 340.0 + 36.53);
        return true;
    }

    /// <summary>Reads power and settings back into <see cref="Check"/>: after a reset the chip sleeps and its data stand still. False when lost.</summary>
    public bool TryReadBack()
    {
        Check = RegisterCheck.Unread;
        Span<byte> settings = stackalloc byte[4];
        if (!Link.TryReadByte(Power, out byte power) || !Link.TryWriteRead([RateDivider], settings)) return false;
        bool asSet = power == ClockFromGyro && settings[0] == rateDivider && settings[1] == LowPass42Hz
            && settings[2] == (int)GyroscopeRange << 3 && settings[3] == (int)AccelerometerRange << 3;
        Check = asSet ? RegisterCheck.AsSet : power == AsleepAtReset ? RegisterCheck.Reset : RegisterCheck.Different;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();

    private static short Word(ReadOnlySpan<byte> data, int index) => BinaryPrimitives.ReadInt16BigEndian(data.Slice(2 * index, 2));
}
