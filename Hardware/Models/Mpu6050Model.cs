using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>An MPU-6050 by its register map RM-MPU-6000A-00 Rev. 4.2: asleep at power-up; awake, its data follow the motion set.</summary>
/// <remarks>Simplified: no filter and no noise; samples are renewed at the set rate.</remarks>
public sealed class Mpu6050Model : ByteChipModel
{
    private const int DataBytes = 14;
    private const byte DeviceReset = 0x80;
    private const double Gravity = 9.80665, Degree = Math.PI / 180;

    private readonly byte[] registers = new byte[128];
    private long nextSample;

    /// <summary>A chip just powered: asleep.</summary>
    public Mpu6050Model(int address, IClock clock) : base(address, clock) => Reset();

    /// <summary>What it feels. At first it lies still, z up, at 25 °C. Set it at will.</summary>
    public MotionReading Motion { get; set; } = new(0, 0, Gravity, 0, 0, 0, 25);

    private bool IsAsleep => (registers[Mpu6050.Power] & Mpu6050.AsleepAtReset) != 0;

    internal override void Settle()
    {
        base.Settle();
        if (IsAsleep || Now < nextSample) return;
        Sample();
        long gyroRate = (registers[Mpu6050.Config] & 7) is 0 or 7 ? 125_000 : 1_000_000;     // 8 kHz, or 1 kHz behind the filter (4.2)
        long period = gyroRate * (1 + registers[Mpu6050.RateDivider]);
        nextSample = Now + period - (Now - nextSample) % period;
    }

    private protected override int SelectedBy(byte value) => value & 0x7F;

    private protected override bool TakeData(byte value)
    {
        if (Selected == Mpu6050.Power && (value & DeviceReset) != 0)
            Reset();
        else if (Selected is Mpu6050.WhoAmI or >= Mpu6050.FirstData and < Mpu6050.FirstData + DataBytes)
            Violate(ViolationKind.IgnoredWrite, $"register 0x{Selected:x2} is read-only (section 3)");
        else
            Store(value);
        Selected = (Selected + 1) & 0x7F;
        return true;
    }

    internal override byte Give()
    {
        byte value = registers[Selected];
        Selected = (Selected + 1) & 0x7F;
        return value;
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        registers.AsSpan().Clear();
        registers[Mpu6050.Power] = Mpu6050.AsleepAtReset;
        registers[Mpu6050.WhoAmI] = Mpu6050.Identity;
    }

    private void Store(byte value)
    {
        bool wasAsleep = IsAsleep;
        registers[Selected] = value;
        if (wasAsleep && !IsAsleep) nextSample = Now;
    }

    private void Sample()
    {
        double force = 32768 / (Gravity * (2 << (registers[Mpu6050.AccelConfig] >> 3 & 3)));
        double turn = 131 / (Degree * (1 << (registers[Mpu6050.GyroConfig] >> 3 & 3)));
        MotionReading m = Motion;
        Word(0, m.ForceX * force);
        Word(1, m.ForceY * force);
        Word(2, m.ForceZ * force);
        Word(3, (m.Celsius - 36.53) * 340);
        Word(4, m.TurnX * turn);
        Word(5, m.TurnY * turn);
        Word(6, m.TurnZ * turn);
    }

    private void Word(int index, double value)
    {
        short counts = (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);
        registers[Mpu6050.FirstData + 2 * index] = (byte)(counts >> 8);
        registers[Mpu6050.FirstData + 2 * index + 1] = (byte)counts;
    }
}
