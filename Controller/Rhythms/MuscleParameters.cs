using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>How muscles follow the bursters that drive them.</summary>
public sealed record MuscleParameters : ParameterGroup
{
    /// <summary>dy/dt at a flexor's full rate.</summary>
    [Parameter(0, 1000, "1/s", "Speed at which a flexor's full rate swings a leg forward; the whole way between its stops is 2.")]
    public double SwingSpeed { get; init => field = Checked(value); } = 25;

    /// <summary>dy/dt at an extensor's full rate and no input, backwards.</summary>
    [Parameter(0, 1000, "1/s", "Speed at which an extensor's full rate pushes a leg backwards at no input; with drive it grows as stance shortens.")]
    public double StanceSpeed { get; init => field = Checked(value); } = 8.48;

    /// <summary>Rate at which a muscle gives all it has.</summary>
    [Parameter(1e-3, 1, "1", "Firing rate from which a leg's muscle is fully recruited.")]
    public double FullRecruitment { get; init => field = Checked(value); } = 0.3;

    /// <summary>τ of the foot's height.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a foot is lifted and pressed down.")]
    public double LiftTime { get; init => field = Checked(value); } = 0.01;

    /// <summary>τ of the bend.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a trunk joint follows its bursters.")]
    public double BendTime { get; init => field = Checked(value); } = 0.0156;
}
