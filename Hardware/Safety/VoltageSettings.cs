using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>
/// Voltage of the servo rail, below which the robot warns, slows down, sits, and releases. What was reached stays until the robot is disarmed:
/// a battery recovers as soon as its load is gone. Defaults are for a rail of 6 V. Every instance is valid.
/// </summary>
public sealed record VoltageSettings : ParameterGroup
{
    /// <summary>Is there a sensor?</summary>
    [Parameter("Whether the robot measures the voltage of its servo rail.")]
    public bool Watch { get; init; } = true;

    /// <summary>Below this the rail is off.</summary>
    [Parameter(0, 60, "V", "Rail voltage below which the rail counts as off.")]
    public double On { get; init => field = Checked(value); } = 2;

    /// <summary>Warn below this.</summary>
    [Parameter(0, 60, "V", "Rail voltage below which it is reported and no arming is allowed.")]
    public double Warn { get; init => field = Checked(value); } = 5.4;

    /// <summary>Slow below this.</summary>
    [Parameter(0, 60, "V", "Rail voltage below which the drive is scaled down.")]
    public double Slow { get; init => field = Checked(value); } = 5.2;

    /// <summary>Sit below this.</summary>
    [Parameter(0, 60, "V", "Rail voltage below which the robot goes to its safe pose.")]
    public double SafePose { get; init => field = Checked(value); } = 5;

    /// <summary>Release below this.</summary>
    [Parameter(0, 60, "V", "Rail voltage below which the servos are released.")]
    public double Release { get; init => field = Checked(value); } = 4.6;

    /// <summary>Above a threshold by this before it no longer counts.</summary>
    [Parameter(0, 5, "V", "How far the voltage must rise above a threshold before that no longer counts.")]
    public double Hysteresis { get; init => field = Checked(value); } = 0.2;

    /// <summary>Dips shorter than this do not count.</summary>
    [Parameter(0, 10, "s", "How long a voltage must last: starting servos cause short dips.")]
    public double Duration { get; init => field = Checked(value); } = 0.2;
}
