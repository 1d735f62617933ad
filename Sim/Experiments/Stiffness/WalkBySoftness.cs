namespace Locomotion.Sim.Experiments;

/// <summary>One way of walking at every stiffness of the trunk.</summary>
internal sealed record WalkBySoftness(TrunkWalk Walk, IReadOnlyList<StiffnessRow> Rows)
{
    /// <summary>Where the trunk is stiffest.</summary>
    public StiffnessRow Stiffest => Rows.MaxBy(row => row.Stiffness)!;

    /// <summary>Where the trunk is softest.</summary>
    public StiffnessRow Softest => Rows.MinBy(row => row.Stiffness)!;

    /// <summary>Where it turns most, mean of the seeds.</summary>
    public StiffnessRow MostCurved => Rows.MaxBy(row => row.Turning)!;

    /// <summary>The largest stiffness at which the walk is curved, N m/rad; null if there is none.</summary>
    public double? Onset => Rows.Where(row => row.Turning >= StiffnessExperiment.Curved).Max(row => (double?)row.Stiffness);

    /// <summary>Where it is curved, and how much, in a sentence.</summary>
    public string InWords
    {
        get
        {
            string at = $"{MostCurved.Turning:0.000} rad/BL at {StiffnessExperiment.Text(MostCurved.Stiffness)} N m/rad ({MostCurved.LeastTurning:0.000} to {MostCurved.MostTurning:0.000} "
                + $"by seed, {100 * MostCurved.Left:0} % of the seeds to the left)";
            string name = char.ToUpperInvariant(Walk.Name[0]) + Walk.Name[1..];
            return Onset is { } onset ? $"{name}: curved from {StiffnessExperiment.Text(onset)} N m/rad down, most {at}." : $"{name}: straight, at most {at}.";
        }
    }
}
