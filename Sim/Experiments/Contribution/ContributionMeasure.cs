namespace Locomotion.Sim.Experiments;

/// <summary>A column of the heat map.</summary>
/// <param name="Task">What is done.</param>
/// <param name="Header">What is measured.</param>
/// <param name="Format">How people read it.</param>
/// <param name="Of">The figure.</param>
/// <param name="Scale">The difference from intact that gets the full colour; 0: as much as the intact animal's figure.</param>
internal sealed record ContributionMeasure(ContributionTask Task, string Header, string Format, Func<ContributionRow, double> Of, double Scale = 0)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContributionMeasure> All { get; } =
    [
        .. Walk(ContributionTask.Slow), .. Walk(ContributionTask.Fast),
        new(ContributionTask.Fast, "gain by\ntrunk, %", "0", row => row.TrunkGain),
        Settled(ContributionTask.Swim), new(ContributionTask.Swim, "trunk\ncoherence", "0.00", row => row.Median(ContributionTask.Swim, one => one.TrunkCoherence), 1), Speed(ContributionTask.Swim),
        Speed(ContributionTask.SwimOnLand), Folded(ContributionTask.WalkInWater),
    ];

    private static IEnumerable<ContributionMeasure> Walk(ContributionTask task) =>
    [
        Settled(task), new(task, "coherence", "0.00", row => row.Median(task, one => one.Coherence), 1),
        new(task, "anti-\nphase", "0.00", row => row.Median(task, one => one.Antiphase), 1), Speed(task),
    ];

    private static ContributionMeasure Settled(ContributionTask task) => new(task, "settled", "0.0", row => row.Settled(task), 1);

    private static ContributionMeasure Speed(ContributionTask task) => new(task, "speed\nBL/s", "0.00", row => row.Median(task, one => one.Speed));

    private static ContributionMeasure Folded(ContributionTask task) => new(task, "legs\nfolded", "0.00", row => row.Median(task, one => one.Folded), 1);
}
