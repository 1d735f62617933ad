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
}
