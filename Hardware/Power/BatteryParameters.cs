using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Power;

/// <summary>The battery that feeds the servos. Every instance is valid.</summary>
public sealed record BatteryParameters : ParameterGroup
{
    /// <summary>Charge of a full one.</summary>
    [Parameter(0.01, 1000, "Ah", "Charge that a full battery gives, in ampere-hours.")]
    public double Capacity { get; init => field = Checked(value); } = 2.2;

    /// <summary>Voltage of a full one, at rest.</summary>
    [Parameter(0.5, 100, "V", "Voltage of a full battery without load.")]
    public double Full { get; init => field = Checked(value); } = 8.4;

    /// <summary>Voltage of an empty one, at rest.</summary>
    [Parameter(0.5, 100, "V", "Voltage without load at which the battery counts as empty.")]
    public double Empty { get; init => field = Checked(value); } = 6.6;

    /// <summary>Inner resistance, with leads.</summary>
    [Parameter(0, 10, "ohm", "Resistance of the battery and its leads.")]
    public double Resistance { get; init => field = Checked(value); } = 0.05;

    /// <summary>Time constant of the mean current.</summary>
    [Parameter(1, 3600, "s", "Over how long the current is averaged for the time that is left.")]
    public double Averaging { get; init => field = Checked(value); } = 60;
}
