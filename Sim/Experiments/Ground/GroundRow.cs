using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>All seeds of one walk of one animal over one ground.</summary>
/// <param name="Walk">The cord and its gait.</param>
/// <param name="Change">What is changed in the animal.</param>
/// <param name="Seeds">The figures of each seed.</param>
/// <param name="Level">The same seeds over level ground.</param>
internal sealed record GroundRow(GroundWalk Walk, AnimalChange Change, IReadOnlyList<GroundFigures> Seeds, IReadOnlyList<GroundFigures> Level)
{
    /// <summary>Median of a figure over the seeds.</summary>
    public double Median(GroundMeasure measure) => PairedSeeds.Median(Seeds.Select(measure.Of));

    /// <summary>How much less fast it is than over level ground, %, median over the seeds.</summary>
    public double SpeedAgainstLevel => new PairedSeeds([.. Level.Select(GroundMeasure.Speed.Of)], [.. Seeds.Select(GroundMeasure.Speed.Of)]).Percent;

    /// <summary>Columns of the measures.</summary>
    public static IEnumerable<ReportColumn> Columns =>
        [.. GroundMeasure.All.Select(measure => new ReportColumn(measure.Column, measure.Header, measure.Format)), new("against_level_percent", "against level\nground, %", "+0.0;-0.0;0.0")];

    /// <summary>Cells of the measures.</summary>
    public IEnumerable<object?> Cells => [.. GroundMeasure.All.Select(measure => (object?)Median(measure)), SpeedAgainstLevel];
}
