using Locomotion.Sim.Exports;

namespace Locomotion.Sim.Sweeps;

/// <summary>A column of a sweep's table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its cells hold; null stands where there is nothing.</param>
public sealed record SweepColumn(string Name, CellKind Kind)
{
    /// <summary>Number and key of the case, how it ended, why, and its digest.</summary>
    public const string Case = "case", Key = "key", Outcome = "outcome", Reason = "reason", Digest = "digest";

    /// <summary>
    /// The columns of a design: the case, its axes, how it ended, then each phase's figures, with the phase's name before them if there are several, then the conditions.
    /// </summary>
    public static IReadOnlyList<SweepColumn> Of(SweepDesign design) =>
    [
        new(Case, CellKind.Whole), new(Key, CellKind.Text),
        .. design.Axes.Select(axis => new SweepColumn(axis.Name, axis.IsWhole ? CellKind.Whole : axis.IsNumber ? CellKind.Number : CellKind.Text)),
        new(Outcome, CellKind.Text), new(Reason, CellKind.Text), new(Digest, CellKind.Text),
        .. design.Phases.SelectMany(phase => design.Metrics.Select(metric =>
            new SweepColumn($"{Prefix(design, phase)}{metric}", PhaseColumns.Numbers.Contains(metric) ? CellKind.OptionalNumber : CellKind.Text))),
        .. design.Conditions.Select(condition => new SweepColumn(condition.Key, CellKind.Truth)),
    ];

    private static string Prefix(SweepDesign design, int phase) => design.Phases.Count > 1 ? $"{design.Scenario.Timeline[phase].Name}." : "";
}
