using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Limits;

/// <summary>What a command may ask of servos, simulated or real. The same for all servos; a robot's calibration may narrow single joints.</summary>
public sealed record CommandLimits : ParameterGroup
{
    /// <summary>Soft limit of the trunk joints.</summary>
    [Parameter(0, 3.14, "rad", "Farthest bend of a trunk joint, to either side.")]
    public double Bend { get; init => field = Checked(value); } = 1;

    /// <summary>Soft limit of the legs.</summary>
    [Parameter(0, 1.57, "rad", "Farthest sweep of a leg, forward and backward; folded legs point back by 1.4.")]
    public double Yaw { get; init => field = Checked(value); } = 1.5;

    /// <summary>Travel of a lift servo.</summary>
    [Parameter(0.01, 3.14, "rad", "Turn of a leg's lift servo from the middle (0) to fully lifted (1).")]
    public double LiftTravel { get; init => field = Checked(value); } = 0.5;

    /// <summary>Highest speed asked for.</summary>
    [Parameter(0.1, 100, "rad/s", "Highest speed that a servo is asked for; below what it can reach unloaded.")]
    public double Speed { get; init => field = Checked(value); } = 10;

    /// <summary>Highest acceleration asked for.</summary>
    [Parameter(1, 1e5, "rad/s²", "Highest acceleration that a servo is asked for.")]
    public double Acceleration { get; init => field = Checked(value); } = 500;

    /// <summary>Current of a servo that holds still.</summary>
    [Parameter(0, 10, "A", "Current of a servo that holds still, unloaded.", Source = "MG90S: 10 mA at 6 V, sellers' data")]
    public double IdleCurrent { get; init => field = Checked(value); } = 0.01;

    /// <summary>Current of a servo that turns at the highest speed.</summary>
    [Parameter(0, 10, "A", "Current of a servo that turns at the highest speed; in between in proportion.", Source = "MG90S: 0.12 to 0.25 A at 6 V unloaded, sellers' data")]
    public double RunningCurrent { get; init => field = Checked(value); } = 0.25;

    /// <summary>What the supply may be asked for.</summary>
    [Parameter(0.1, 1000, "A", "Current that all servos together may be expected to draw; above it all of them slow down alike.")]
    public double CurrentBudget { get; init => field = Checked(value); } = 10;
}
