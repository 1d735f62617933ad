using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Cord;

/// <summary>Messages handed from segment to segment, what overwrites them, and how they fold the legs.</summary>
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

    /// <summary>The two hypotheses.</summary>
    [Parameter("Whether folding a leg needs the brain's swim message and the SEG's fold signal, or either of them.",
        Source = "and: our reading of Yasui et al. 2026, bioRxiv 10.64898/2026.04.02.716080; or: the other hypothesis")]
    public FoldGate FoldGate { get; init; }
}
