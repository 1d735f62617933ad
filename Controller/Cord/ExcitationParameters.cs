using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Cord;

/// <summary>What excites a segment: the drive from above and its own load.</summary>
public sealed record ExcitationParameters : ParameterGroup
{
    /// <summary>g_s.</summary>
    [Parameter(0, 1, "1", "Excitation from a load of one segment's weight.")]
    public double LoadGain { get; init => field = Checked(value); } = 0.10;

    /// <summary>Low-pass on load.</summary>
    [Parameter(1e-3, 60, "s", "Time constant with which load excites a segment.")]
    public double LoadTime { get; init => field = Checked(value); } = 0.5;

    /// <summary>u_min.</summary>
    [Parameter(1e-6, 1, "1", "Excitation below which a segment's legs and trunk rest; one without any always does.")]
    public double RestThreshold { get; init => field = Checked(value); } = 0.05;
}
