namespace Locomotion.Sim.Experiments;

/// <summary>One way of walking at one stiffness of the trunk, over all seeds.</summary>
/// <param name="Walk">The way of walking.</param>
/// <param name="Stiffness">Of each trunk joint, N m/rad.</param>
/// <param name="Seeds">How straight it was with each seed.</param>
internal sealed record StiffnessRow(TrunkWalk Walk, double Stiffness, IReadOnlyList<Straightness> Seeds)
{
    /// <summary>Turning per body length to either side, rad: mean, least and most over the seeds.</summary>
    public double Turning => Seeds.Average(one => Math.Abs(one.Turning));

    /// <inheritdoc cref="Turning"/>
    public double LeastTurning => Seeds.Min(one => Math.Abs(one.Turning));

    /// <inheritdoc cref="Turning"/>
    public double MostTurning => Seeds.Max(one => Math.Abs(one.Turning));

    /// <summary>Share of the seeds that turned left.</summary>
    public double Left => Seeds.Average(one => one.Turning > 0 ? 1.0 : 0);

    /// <summary>Bend from head to tail to either side, mean over time, rad: mean over the seeds.</summary>
    public double Curve => Seeds.Average(one => Math.Abs(one.Curve));

    /// <summary>Bend from head to tail, root mean square over time, rad: mean over the seeds.</summary>
    public double CurveRms => Seeds.Average(one => one.CurveRms);

    /// <summary>Body lengths per second: mean over the seeds.</summary>
    public double Speed => Seeds.Average(one => one.Speed);
}
