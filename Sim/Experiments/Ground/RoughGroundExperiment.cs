using System.Globalization;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking over ground full of gaps, with and without what load does to the legs.</summary>
public static class RoughGroundExperiment
{
    /// <summary>By how much the slow walk of the phase cord must get worse without load feedback, %.</summary>
    public const double UnsupportedMargin = 15, CarriersMargin = 4;

    private static readonly double[] strengths = [5, 20, 40];     // rad/s, besides 0 and the animal's own

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("rough-ground", "Ground full of gaps",
        "Does load feedback help on ground full of holes, in which measure, and by how much?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds];
        AnimalChange[] feedbacks = [AnimalChange.None, AnimalChange.LoadOff, AnimalChange.ExcitationOff, AnimalChange.BothOff];
        AnimalChange[] trunks = [AnimalChange.TrunkStiffer("rigid trunk", 10), AnimalChange.TrunkStiffer("soft trunk", 0.1)];
        AnimalChange[] few = [AnimalChange.None, AnimalChange.LoadOff];
        RoughWalk[] runs =
        [
            .. RoughWalk.All(GroundWalk.PhaseSlow, [.. feedbacks, .. trunks, .. strengths.Select(AnimalChange.LoadAt)], seeds),
            .. RoughWalk.All(GroundWalk.PhaseFast, [.. few, .. trunks, .. strengths.Select(AnimalChange.LoadAt)], seeds),
            .. RoughWalk.All(GroundWalk.BurstingSlow, few, seeds), .. RoughWalk.All(GroundWalk.BurstingFast, few, seeds),
        ];
        IReadOnlyList<GroundRow> rows = Rows(runs, options.RunEach(runs, run => run.Measure(options.Stop)), seeds.Length);
        IReadOnlyList<Margin> margins = Margins(rows);
        Margin[] slow = [.. margins.Where(margin => margin.Walk == GroundWalk.PhaseSlow.Name && margin.Change == AnimalChange.LoadOff.Name)];
        return new ExperimentReport
        {
            Findings = Findings(rows, margins, seeds.Length),
            Tables = [Table(rows), Margin.Table("rough-ground-margins", "What each change does on rough ground", margins)],
            Checks =
            [
                Check.AtLeast("phase cord, slow: speed over that on level ground", 1 + Named(rows, GroundWalk.PhaseSlow, AnimalChange.None).SpeedAgainstLevel / 100, 0.8),
                .. Margin.Of(slow, GroundMeasure.Unsupported).Claim(UnsupportedMargin), .. Margin.Of(slow, GroundMeasure.Carriers).Claim(CarriersMargin),
            ],
            Draw = folder =>
            [
                Picture.Save(RoughGroundPicture.Draw(rows), folder, "rough-ground", "Each seed's walk over rough ground, by what is changed in the animal."),
                Picture.Save(FeedbackPicture.Draw(rows), folder, "load-feedback", "Walking over rough ground against the strength of the load feedback."),
            ],
        };
    }

    /// <summary>What load feedback off does to the slow walk of the phase cord over rough ground.</summary>
    internal static IReadOnlyList<Margin> WithoutLoad(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds];
        RoughWalk[] runs = [.. RoughWalk.All(GroundWalk.PhaseSlow, [AnimalChange.None, AnimalChange.LoadOff], seeds)];
        return Margins(Rows(runs, options.RunEach(runs, run => run.Measure(options.Stop)), seeds.Length));
    }

    private static IReadOnlyList<GroundRow> Rows(RoughWalk[] runs, IReadOnlyList<GroundFigures> found, int seeds) =>
        [.. runs.Zip(found).Chunk(2 * seeds).Select(both => new GroundRow(both[0].First.Walk, both[0].First.Change,
            [.. both.Take(seeds).Select(one => one.Second)], [.. both.Skip(seeds).Select(one => one.Second)]))];

    private static IReadOnlyList<Margin> Margins(IReadOnlyList<GroundRow> rows) =>
        [.. rows.Where(row => row.Change != AnimalChange.None).SelectMany(row => Margin.All(row.Walk.Name, row.Change.Name, Named(rows, row.Walk, AnimalChange.None).Seeds, row.Seeds))];

    private static GroundRow Named(IReadOnlyList<GroundRow> rows, GroundWalk walk, AnimalChange change) => rows.First(row => row.Walk == walk && row.Change == change);

    private static string Findings(IReadOnlyList<GroundRow> rows, IReadOnlyList<Margin> margins, int seeds)
    {
        string Off(GroundWalk walk) => Margin.Sorted([.. margins.Where(margin => margin.Walk == walk.Name && margin.Change == AnimalChange.LoadOff.Name)]);
        string Trunk(GroundWalk walk, string trunk) => Margin.Sorted([.. margins.Where(margin => margin.Walk == walk.Name && margin.Change == trunk)]);
        GroundRow slow = Named(rows, GroundWalk.PhaseSlow, AnimalChange.None), off = Named(rows, GroundWalk.PhaseSlow, AnimalChange.LoadOff);
        PairedSeeds OnLevel(GroundMeasure measure) => new([.. slow.Level.Select(measure.Of)], [.. off.Level.Select(measure.Of)]);
        PairedSeeds level = OnLevel(GroundMeasure.Carriers), levelSpeed = OnLevel(GroundMeasure.Speed);
        return string.Create(CultureInfo.InvariantCulture, $"Footholds and holes of {RoughWalk.Shortest:0} to {RoughWalk.Longest:0} segments take turns; {seeds} grounds. Without load feedback the slow walk of the phase cord is {Off(GroundWalk.PhaseSlow)} ")
            + $"The fast walk is {Off(GroundWalk.PhaseFast)} The bursting cord's slow walk is {Off(GroundWalk.BurstingSlow)} Its fast walk is {Off(GroundWalk.BurstingFast)}\n\n"
            + string.Create(CultureInfo.InvariantCulture, $"So load feedback pays in support, not in speed. Part of that is no answer to holes: without it the feet that share the load are {level.Percent:+0.0;-0.0} % on level ground too (speed {levelSpeed.Percent:+0.0;-0.0} %). ")
            + string.Create(CultureInfo.InvariantCulture, $"Against its own level ground the slow walk goes {slow.SpeedAgainstLevel:+0.0;-0.0} % with feedback and {off.SpeedAgainstLevel:+0.0;-0.0} % without. ")
            + "Weight over a hole falls nowhere in this planar model, so what support is worth may not show in speed. "
            + $"A rigid trunk, slow, is {Trunk(GroundWalk.PhaseSlow, "rigid trunk")} A soft one is {Trunk(GroundWalk.PhaseSlow, "soft trunk")}";
    }

    private static ReportTable Table(IReadOnlyList<GroundRow> rows)
    {
        ReportTable table = new("rough-ground", "Over rough ground, medians over the seeds", [new("walk", "walk"), new("change", "changed"), .. GroundRow.Columns])
        {
            Note = "Weight on no foot: share of the body's weight. Feet that share load: (sum N)^2 / sum N^2. Most on a foot: in segment weights. "
                + "Fast walks are measured for a shorter time, before they turn along the gaps, which run across the whole plane.",
        };
        foreach (GroundRow row in rows) table.Add([row.Walk.Name, row.Change.Name, .. row.Cells]);
        return table;
    }
}
