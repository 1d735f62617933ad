using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>How long a joint may be asked for more than its limits allow. Every instance is valid.</summary>
public sealed record DwellSettings : ParameterGroup
{
    /// <summary>Warn beyond this.</summary>
    [Parameter(0, 600, "s", "Time at a joint limit beyond which it is reported.")]
    public double Warn { get; init => field = Checked(value); } = 2;

    /// <summary>Hold beyond this.</summary>
    [Parameter(0, 600, "s", "Time at a joint limit beyond which the pose is held.")]
    public double Hold { get; init => field = Checked(value); } = 20;
}
