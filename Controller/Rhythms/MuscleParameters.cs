using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>How muscles follow the bursters that drive them: first-order.</summary>
public sealed record MuscleParameters : ParameterGroup
{
    /// <summary>τ of the leg angle.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a leg's angle follows its flexor and extensor.")]
    public double YawTime { get; init => field = Checked(value); } = 0.05;

    /// <summary>τ of the foot's height.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a foot is lifted and pressed down.")]
    public double LiftTime { get; init => field = Checked(value); } = 0.01;

    /// <summary>τ of the bend.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a trunk joint follows its bursters.")]
    public double BendTime { get; init => field = Checked(value); } = 0.025;

    /// <summary>How strongly a rate lifts or presses; the result is clipped to 1.</summary>
    [Parameter(1, 100, "1", "Lift that a flexor's full rate asks for, and pressing that an extensor's does, before both are clipped to 1.")]
    public double LiftGain { get; init => field = Checked(value); } = 5;
}
