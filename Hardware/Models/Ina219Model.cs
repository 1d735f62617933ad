using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>An INA219 by its data sheet SBOS448G: conversion times, calibration, ready and overflow flags.</summary>
public sealed class Ina219Model : WordChipModel
{
    private const int Shunt = 1, Power = 3;
    private const ushort ResetBit = 0x8000, BusRange32 = 0x2000;
    private static readonly long[] Times = [84_000, 148_000, 276_000, 532_000];     // ns for 9 to 12 bits (table 5)

    private ushort config, calibration, shuntCounts, busCounts, current, power;
    private bool ready, overflow;
    private long cycleEnd;

    /// <summary>A chip just powered: converting without end, calibration 0.</summary>
    /// <param name="address">Its address, 0x40 to 0x4F.</param>
    /// <param name="clock">Time.</param>
    /// <param name="shuntOhms">The shunt, Ω.</param>
    public Ina219Model(int address, IClock clock, double shuntOhms) : base(address, clock)
    {
        ShuntOhms = shuntOhms;
        Reset();
    }

    /// <summary>The shunt, Ω.</summary>
    public double ShuntOhms { get; }

    /// <summary>The rail's voltage behind the shunt, V, 0 to 26. Set it at will.</summary>
    public double RailVolts { get; set; }

    /// <summary>The rail's current, A. Set it at will.</summary>
    public double RailAmperes { get; set; }

    /// <summary>Whether a current beyond the register wraps, as 16 bits do, and only the overflow flag tells; else it saturates. The data sheet says neither.</summary>
    public bool Wraps { get; set; }

    private bool ConvertsShunt => (config & 5) is 1 or 5;

    private bool ConvertsBus => (config & 6) is 2 or 6;

    private bool Continuous => (config & 4) != 0;

    internal override void Settle()
    {
        base.Settle();
        if (Now < cycleEnd) return;
        Convert();
        long cycle = Cycle;
        cycleEnd = Continuous && cycle > 0 ? Now + cycle - (Now - cycleEnd) % cycle : long.MaxValue;
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        base.Reset();
        config = Ina219.ResetConfig;
        calibration = shuntCounts = busCounts = current = power = 0;
        ready = overflow = false;
        cycleEnd = Now + Cycle;
    }

    /// <inheritdoc/>
    protected override ushort Load(int register)
    {
        if (register == Power) ready = false;
        return register switch
        {
            Ina219.Config => config,
            Shunt => shuntCounts,
            Ina219.Bus => (ushort)(busCounts << 3 | (ready ? Ina219.ReadyFlag : 0) | (overflow ? Ina219.OverflowFlag : 0)),
            Power => power,
            Ina219.Current => current,
            Ina219.Calibration => calibration,
            _ => 0,
        };
    }

    /// <inheritdoc/>
    protected override void Store(int register, ushort value)
    {
        if (register == Ina219.Config)
        {
            if ((value & ResetBit) != 0)
            {
                Reset();
                return;
            }
            config = value;
            if ((config & 7) is not (0 or 4)) ready = false;
            cycleEnd = Cycle > 0 ? Now + Cycle : long.MaxValue;
        }
        else if (register == Ina219.Calibration)
            calibration = (ushort)(value & ~1);
        else
            Violate(ViolationKind.IgnoredWrite, $"register {register} is read-only (table 2)");
    }

    private long Cycle => (ConvertsShunt ? Time(config >> 3 & 15) : 0) + (ConvertsBus ? Time(config >> 7 & 15) : 0);

    private static long Time(int setting) => setting < 8 ? Times[setting & 3] : 532_000L << (setting & 7);

    private void Convert()
    {
        if (ConvertsShunt)
        {
            int range = 4000 << (config >> 11 & 3);                                         // 40 mV in steps of 10 µV
            shuntCounts = (ushort)(short)Math.Clamp(Math.Round(RailAmperes * ShuntOhms / 1e-5), -range, range);
        }
        if (ConvertsBus)
            busCounts = (ushort)Math.Clamp(Math.Round(RailVolts / 0.004), 0, (config & BusRange32) != 0 ? 8000 : 4000);
        long exact = (short)shuntCounts * (long)calibration / 4096;                         // equation 4
        long watts = Math.Abs(exact) * busCounts / 5000;                                    // equation 5
        overflow = exact is < short.MinValue or > short.MaxValue || watts > ushort.MaxValue;
        current = Wraps ? unchecked((ushort)exact) : (ushort)(short)Math.Clamp(exact, short.MinValue, short.MaxValue);
        power = (ushort)Math.Min(watts, ushort.MaxValue);
        ready = true;
    }
}
