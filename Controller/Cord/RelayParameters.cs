using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Cord;

/// <summary>Messages handed from segment to segment, and what overwrites them.</summary>
public sealed record RelayParameters : ParameterGroup
{
    /// <summary>τm.</summary>
    [Parameter(1e-3, 10, "s", "Time constant of the relay from one segment to the next.")]
    public double RelayTime { get; init => field = Checked(value); } = 0.03;

    /// <summary>Low-pass on contact.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which a segment notices ground contact.")]
    public double ContactTime { get; init => field = Checked(value); } = 0.05;

    /// <summary>Passes m_i on instead of M_i.</summary>
    [Parameter("Whether a segment that feels the ground also withholds the swim message from the segments behind it.")]
    public bool OverwriteTravels { get; init; }
}
