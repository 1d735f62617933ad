using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Age of the senses. Every instance is valid.</summary>
public sealed record SensesSettings : ParameterGroup
{
    /// <summary>Freeze the drive beyond this.</summary>
    [Parameter(0, 60, "s", "Age of the senses beyond which the drive is frozen.")]
    public double Freeze { get; init => field = Checked(value); } = 0.1;

    /// <summary>Hold beyond this.</summary>
    [Parameter(0, 60, "s", "Age of the senses beyond which the pose is held.")]
    public double Hold { get; init => field = Checked(value); } = 0.3;

    /// <summary>Safe pose beyond this.</summary>
    [Parameter(0, 600, "s", "Age of the senses beyond which the robot goes to its safe pose.")]
    public double SafePose { get; init => field = Checked(value); } = 5;
}
