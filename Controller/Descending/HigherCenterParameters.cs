using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Descending;

/// <summary>Brain and subesophageal ganglion (SEG).</summary>
public sealed record HigherCenterParameters : ParameterGroup
{
    /// <summary>s0.</summary>
    [Parameter(0, 1, "1", "How strongly an uninhibited SEG holds the trunk still; 1 stops all bending.")]
    public double SegTone { get; init => field = Checked(value); } = 1;

    /// <summary>Head wetness from which σ0 = 1.</summary>
    [Parameter(0, 1, "1", "Wetness of the head from which the SEG allows the legs to fold.")]
    public double FoldWetness { get; init => field = Checked(value); } = 0.5;

    /// <summary>Commanded or auto.</summary>
    [Parameter("Whether swimming is commanded, or the brain decides it from the wetness of the head: it then releases the trunk as well.")]
    public SwimDecision SwimDecision { get; init; }

    /// <summary>Wetness that starts swimming.</summary>
    [Parameter(0, 1, "1", "Deciding by itself, the brain starts to swim when the head is at least this wet.")]
    public double SwimFrom { get; init => field = Checked(value); } = 0.5;

    /// <summary>Wetness that ends swimming; below the one that starts it, so that waves do not make it waver.</summary>
    [Parameter(0, 1, "1", "Deciding by itself, the brain stops swimming when the head is at most this wet.")]
    public double SwimUntil { get; init => field = Checked(value); } = 0.1;
}
