using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>What a lost link leads to, by how long it is lost; until the first it only warns. Every instance is valid.</summary>
public sealed record LinkSettings : ParameterGroup
{
    /// <summary>Freeze the drive beyond this.</summary>
    [Parameter(0, 86400, "s", "Time without a link beyond which the drive is frozen.")]
    public double Freeze { get; init => field = Checked(value); } = 0.5;

    /// <summary>Hold beyond this.</summary>
    [Parameter(0, 86400, "s", "Time without a link beyond which the pose is held.")]
    public double Hold { get; init => field = Checked(value); } = 3;

    /// <summary>Safe pose beyond this.</summary>
    [Parameter(0, 86400, "s", "Time without a link beyond which the robot goes to its safe pose.")]
    public double SafePose { get; init => field = Checked(value); } = 30;

    /// <summary>Release beyond this.</summary>
    [Parameter(0, 86400, "s", "Time without a link beyond which the servos are released at once, from wherever they are.")]
    public double Release { get; init => field = Checked(value); }
}
