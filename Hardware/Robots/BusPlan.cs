using Locomotion.Hardware.Servos;

namespace Locomotion.Hardware.Robots;

/// <summary>One I2C bus and what hangs on it.</summary>
public sealed record BusPlan
{
    /// <summary>Its number: /dev/i2c-1 is 1.</summary>
    public required int Id { get; init; }

    /// <summary>Its clock, Hz.</summary>
    public required int Hertz { get; init; }

    /// <summary>PCA9685.</summary>
    public required IReadOnlyList<ServoBoardPlan> Boards { get; init; }

    /// <summary>ADS1115.</summary>
    public required IReadOnlyList<ConverterPlan> Converters { get; init; }

    /// <summary>MCP23017.</summary>
    public required IReadOnlyList<ExpanderPlan> Expanders { get; init; }

    /// <summary>Address of the MPU-6050; null without one.</summary>
    public int? Motion { get; init; }

    /// <summary>The INA219; null without one.</summary>
    public RailPlan? Rail { get; init; }
}

/// <summary>A PCA9685: which joint hangs on which channel; −1 for a free one.</summary>
/// <param name="Address">On its bus.</param>
/// <param name="OscillatorHz">Measured, or 25 MHz.</param>
/// <param name="Joints">[channel]</param>
/// <param name="Pulses">Hard limits of its servos.</param>
public sealed record ServoBoardPlan(int Address, double OscillatorHz, IReadOnlyList<int> Joints, PulseRange Pulses);

/// <summary>An ADS1115: the load of which leg is on which input; −1 for a free one.</summary>
/// <param name="Address">On its bus.</param>
/// <param name="Legs">[input]</param>
/// <param name="EmptyVolts">Without load.</param>
/// <param name="WeightVolts">Under one segment's weight.</param>
public sealed record ConverterPlan(int Address, IReadOnlyList<int> Legs, double EmptyVolts, double WeightVolts)
{
    /// <summary>The load that <paramref name="volts"/> mean, in segment weights, from 0.</summary>
    public double Load(double volts) => Math.Max((volts - EmptyVolts) / (WeightVolts - EmptyVolts), 0);

    /// <summary>The volts that <paramref name="load"/> gives.</summary>
    public double Volts(double load) => EmptyVolts + load * (WeightVolts - EmptyVolts);
}

/// <summary>An MCP23017: what is on its inputs.</summary>
/// <param name="Address">On its bus.</param>
/// <param name="Inputs">[input]</param>
public sealed record ExpanderPlan(int Address, IReadOnlyList<ContactPlan> Inputs);

/// <summary>A contact that closes when a foot stands, or a segment is wet.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Place">Leg of a foot contact, segment of a water contact.</param>
public readonly record struct ContactPlan(ContactKind Kind, int Place);

/// <summary>What a contact tells.</summary>
public enum ContactKind
{
    /// <summary>Nothing: a free input.</summary>
    None,
    /// <summary>A foot stands.</summary>
    Foot,
    /// <summary>A segment is under water.</summary>
    Water,
}

/// <summary>An INA219 at the servo rail.</summary>
/// <param name="Address">On its bus.</param>
/// <param name="ShuntOhms">Its resistor.</param>
/// <param name="MaxAmperes">Largest current expected.</param>
public sealed record RailPlan(int Address, double ShuntOhms, double MaxAmperes);
