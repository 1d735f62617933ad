using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Age of the descending command, watched while running; and what slow means. Every instance is valid.</summary>
public sealed record DriveSettings : ParameterGroup
{
    /// <summary>Freeze the drive beyond this.</summary>
    [Parameter(0, 600, "s", "Age of the descending command beyond which the drive is frozen.")]
    public double Freeze { get; init => field = Checked(value); } = 0.5;

    /// <summary>Hold beyond this.</summary>
    [Parameter(0, 3600, "s", "Age of the descending command beyond which the pose is held.")]
    public double Hold { get; init => field = Checked(value); } = 5;

    /// <summary>Scale of the drive on the rung slow.</summary>
    [Parameter(0, 1, "1", "By what the drive is multiplied when the robot is slowed down.")]
    public double SlowFactor { get; init => field = Checked(value); } = 0.5;
}
