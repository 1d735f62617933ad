using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Actuators;

/// <summary>How an actuator follows the command.</summary>
public enum ActuatorKind
{
    /// <summary>Reaches the commanded angle at the end of each command period, at constant speed, whatever the load.</summary>
    Ideal,
    /// <summary>A hobby servo: refreshed now and then, pulse in whole steps, first-order lag, limited speed and torque.</summary>
    Servo,
}

/// <summary>What moves trunk joints and legs.</summary>
public sealed record ActuatorParameters : ParameterGroup
{
    /// <summary>Ideal or servo.</summary>
    [Parameter("How actuators follow the command.")]
    public ActuatorKind Kind { get; init; }

    /// <summary>Servo frame.</summary>
    [Parameter(1e-3, 0.1, "s", "Servo: time from one pulse to the next.", Source = "50 Hz frame of analog hobby servos")]
    public double Refresh { get; init => field = Checked(value); } = 0.02;

    /// <summary>Angle of one step of the pulse generator.</summary>
    [Parameter(0, 0.1, "rad", "Servo: angle of one step of the pulse; 0 is exact.",
        Source = "PCA9685 at 50 Hz: 20 ms / 4096 = 4.88 µs, at 2000 µs for π rad")]
    public double Resolution { get; init => field = Checked(value); } = Math.PI * 20000 / 4096 / 2000;

    /// <summary>Lag of the servo's own loop.</summary>
    [Parameter(1e-3, 1, "s", "Servo: time constant with which it nears the pulse's angle.")]
    public double Lag { get; init => field = Checked(value); } = 0.02;

    /// <summary>No-load speed.</summary>
    [Parameter(0.1, 1e3, "rad/s", "Servo: highest speed.", Source = "MG90S at 6 V: 60° in 0.08 s, maker's data sheet")]
    public double SpeedLimit { get; init => field = Checked(value); } = 13.1;

    /// <summary>Stall torque.</summary>
    [Parameter(0, 100, "N m", "Servo: stall torque.", Source = "MG90S at 6 V: 2.2 kg cm, maker's data sheet")]
    public double TorqueLimit { get; init => field = Checked(value); } = 0.216;
}
