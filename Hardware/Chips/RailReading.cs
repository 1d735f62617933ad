namespace Locomotion.Hardware.Chips;

/// <summary>What an INA219 says of a supply rail.</summary>
/// <param name="Volts">Voltage from the load's side of the shunt to ground, V.</param>
/// <param name="Amperes">Current through the shunt, A, positive into the load. Meaningless when <paramref name="Overflow"/>.</param>
/// <param name="Fresh">A conversion ended since the chip was set up (CNVR).</param>
/// <param name="Overflow">The chip's arithmetic overflowed, or the shunt's range is exceeded: more current than the set maximum.</param>
public readonly record struct RailReading(double Volts, double Amperes, bool Fresh, bool Overflow)
{
    /// <summary>What limits are held against, A: the current either way, since a shunt may be wired in reverse; infinite when <see cref="Overflow"/>.</summary>
    public double Load => Overflow ? double.PositiveInfinity : Math.Abs(Amperes);
}
