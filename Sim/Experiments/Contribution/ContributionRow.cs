namespace Locomotion.Sim.Experiments;

/// <summary>An animal without one of its couplings, and how it did each task.</summary>
/// <param name="Cord">"phase cord" or "bursting cord".</param>
/// <param name="Change">What is off.</param>
/// <param name="Seeds">The figures of each seed, by task.</param>
internal sealed record ContributionRow(string Cord, string Change, IReadOnlyDictionary<ContributionTask, IReadOnlyList<ContributionFigures>> Seeds)
{
    /// <summary>Median of a figure over the seeds.</summary>
    public double Median(ContributionTask task, Func<ContributionFigures, double> of) => PairedSeeds.Median(Seeds[task].Select(of));

    /// <summary>Share of the seeds whose gait settled.</summary>
    public double Settled(ContributionTask task) => Seeds[task].Average(one => double.IsFinite(one.Settled) ? 1.0 : 0);

    /// <summary>Fast walk over the same with the trunk held: what bending adds to the speed, %.</summary>
    public double TrunkGain => 100 * (Median(ContributionTask.Fast, one => one.Speed) / Median(ContributionTask.Held, one => one.Speed) - 1);
}
