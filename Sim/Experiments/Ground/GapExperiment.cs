using System.Globalization;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking across one gap in the ground, with and without what load does to the legs.</summary>
/// <remarks>After Yasui et al. 2017, PLoS ONE 12:e0171421: legs over a gap lose their rhythm, and take it up again behind it.</remarks>
public static class GapExperiment
{
    /// <summary>Width at which the changes are compared, segments.</summary>
    public const int Compared = 5;

    /// <summary>Lag counts as recovered within that of what it was before the gap, cycles.</summary>
    public const double Recovered = 0.005;

    /// <summary>By how much the slow walk of the phase cord must get worse without load feedback, %.</summary>
    public const double UnsupportedMargin = 2, CarriersMargin = 4;

    private static readonly int[] widths = [0, 3, Compared, 7], two = [0, Compared];
    private static readonly double[] strengths = [5, 20, 40];     // rad/s, besides 0 and the animal's own

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("gap", "A gap in the ground",
        "Does the animal get across, do legs over the gap lose their rhythm and recover it behind, and what does load feedback do for it?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds];
        AnimalChange[] feedbacks = [AnimalChange.None, AnimalChange.LoadOff, AnimalChange.ExcitationOff, AnimalChange.BothOff], few = feedbacks[..2];
        GapRun[] runs =
        [
            .. GapRun.All(GroundWalk.PhaseSlow, feedbacks, widths, seeds), .. GapRun.All(GroundWalk.PhaseSlow, strengths.Select(AnimalChange.LoadAt), two, seeds),
            .. GapRun.All(GroundWalk.PhaseFast, few, widths, seeds),
            .. GapRun.All(GroundWalk.BurstingSlow, few, two, seeds), .. GapRun.All(GroundWalk.BurstingFast, few, two, seeds),
        ];
        IReadOnlyList<GapRow> rows = Rows(runs, options.RunEach(runs, run => run.Measure(options.Stop)), seeds.Length);
        IReadOnlyList<Margin> margins = Margins(rows);
        Margin[] slow = [.. margins.Where(margin => margin.Walk == GroundWalk.PhaseSlow.Name && margin.Change == AnimalChange.LoadOff.Name)];
        GapRow intact = Named(rows, GroundWalk.PhaseSlow, AnimalChange.None), off = Named(rows, GroundWalk.PhaseSlow, AnimalChange.BothOff);
        return new ExperimentReport
        {
            Findings = Findings(rows, margins, seeds.Length),
            Tables = [Table(rows), Margin.Table("gap-margins", $"What each change does across a gap of {Compared} segments", margins), Profile(rows)],
            Checks =
            [
                Check.AtLeast("phase cord, slow: share of walks that get across", Across(rows, GroundWalk.PhaseSlow, wide: true), 1),
                Check.AtLeast("phase cord, fast: the same over that on level ground", Across(rows, GroundWalk.PhaseFast, wide: true) / Across(rows, GroundWalk.PhaseFast, wide: false), 0.8),
                Check.AtLeast($"phase cord, slow: speed over that on level ground, {Compared} segments", 1 + intact.Figures.SpeedAgainstLevel / 100, 0.9),
                Check.AtLeast("phase cord, slow: lag lost over the gap", intact.LagLost, 0.01, "cycles", "0.000"),
                Check.AtMost("the same without what load does", off.LagLost, 0.005, "cycles", "0.000"),
                Check.AtMost("phase cord, slow: way behind the gap until the lag is back", intact.Recovery, 10, "segments", "0"),
                .. Margin.Of(slow, GroundMeasure.Unsupported).Claim(UnsupportedMargin), .. Margin.Of(slow, GroundMeasure.Carriers).Claim(CarriersMargin),
            ],
            Draw = folder => Draw(folder, rows, runs, options),
        };
    }

    /// <summary>What load feedback off does to the slow walk of the phase cord across the gap of <see cref="Compared"/> segments.</summary>
    internal static IReadOnlyList<Margin> WithoutLoad(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds];
        GapRun[] runs = [.. GapRun.All(GroundWalk.PhaseSlow, [AnimalChange.None, AnimalChange.LoadOff], two, seeds)];
        return Margins(Rows(runs, options.RunEach(runs, run => run.Measure(options.Stop)), seeds.Length));
    }

    private static List<GapRow> Rows(GapRun[] runs, IReadOnlyList<Crossing> found, int seeds)
    {
        List<GapRow> rows = [];
        foreach ((GapRun First, Crossing Second)[] same in runs.Zip(found).Chunk(seeds))
        {
            Crossing[] crossings = [.. same.Select(one => one.Second)];
            GapRun run = same[0].First;
            rows.Add(new GapRow(run.Walk, run.Change, run.Width, crossings, run.Width == 0 ? crossings : Named(rows, run.Walk, run.Change, width: 0).Seeds));
        }
        return rows;
    }

    private static GapRow Named(IReadOnlyList<GapRow> rows, GroundWalk walk, AnimalChange change, int width = Compared) =>
        rows.First(row => row.Walk == walk && row.Change.Name == change.Name && row.Width == width);

    /// <summary>Share of the intact animal's walks that got across a gap, or as far on level ground.</summary>
    private static double Across(IReadOnlyList<GapRow> rows, GroundWalk walk, bool wide) =>
        rows.Where(row => row.Walk == walk && row.Change == AnimalChange.None && row.Width > 0 == wide).Average(row => row.Crossed / (double)row.Seeds.Count);

    private static IReadOnlyList<Margin> Margins(IReadOnlyList<GapRow> rows) =>
        [.. rows.Where(row => row.Width == Compared && row.Change != AnimalChange.None)
            .SelectMany(row => Margin.All(row.Walk.Name, row.Change.Name, Named(rows, row.Walk, AnimalChange.None).Figures.Seeds, row.Figures.Seeds))];

    private static IReadOnlyList<Picture> Draw(string folder, IReadOnlyList<GapRow> rows, GapRun[] runs, ExperimentOptions options)
    {
        (GapRun Run, Trajectory Recorded)[] shown = [.. new[] { AnimalChange.None, AnimalChange.LoadOff, AnimalChange.LoadAt(20), AnimalChange.BothOff }
            .Select(change => runs.First(run => run.Walk == GroundWalk.PhaseSlow && run.Change.Name == change.Name && run.Width == Compared))
            .Select(run => (run, run.Record(options.Stop)))];
        return
        [
            Picture.Save(GapStancePicture.Draw(shown), folder, "gap-stance", "Stance of the left legs while the animal crosses the gap, by what load does to them."),
            Picture.Save(GapPicture.Draw(rows), folder, "gap", "Leg wave about the gap, and walking across gaps of several widths."),
        ];
    }

    private static string Findings(IReadOnlyList<GapRow> rows, IReadOnlyList<Margin> margins, int seeds)
    {
        GapRow intact = Named(rows, GroundWalk.PhaseSlow, AnimalChange.None), off = Named(rows, GroundWalk.PhaseSlow, AnimalChange.LoadOff);
        GapRow both = Named(rows, GroundWalk.PhaseSlow, AnimalChange.BothOff), strong = Named(rows, GroundWalk.PhaseSlow, AnimalChange.LoadAt(20));
        GapRow stalled = Named(rows, GroundWalk.PhaseSlow, AnimalChange.LoadAt(40));
        string Off(GroundWalk walk) => Margin.Sorted([.. margins.Where(margin => margin.Walk == walk.Name && margin.Change == AnimalChange.LoadOff.Name)]);
        return string.Create(CultureInfo.InvariantCulture, $"Over gaps of {widths[1]} to {widths[^1]} segments the phase cord gets across in {100 * Across(rows, GroundWalk.PhaseSlow, wide: true):0} % of its slow walks, ")
            + string.Create(CultureInfo.InvariantCulture, $"and in {100 * Across(rows, GroundWalk.PhaseFast, wide: true):0} % of its fast ones within {GroundWalk.PhaseFast.Seconds} s; {100 * Across(rows, GroundWalk.PhaseFast, wide: false):0} % come as far on level ground in that time. ")
            + string.Create(CultureInfo.InvariantCulture, $"Slow, across {Compared} segments, it takes {intact.Seconds:0.00} s for one way and {intact.Figures.SpeedAgainstLevel:+0.0;-0.0} % of its speed on level ground. ")
            + string.Create(CultureInfo.InvariantCulture, $"The lag from leg to leg, {intact.LagBefore:0.000} cycles before the gap, departs by up to {intact.LagLost:0.000} cycles at its edges and is back {intact.Recovery:0} segments behind it, ")
            + string.Create(CultureInfo.InvariantCulture, $"while the coherence stays at {intact.Coherence.Min():0.000} or more: couplings of the cord carry the wave over the gap. So the loss of rhythm that Yasui et al. 2017 saw in the animal is weak here. ")
            + string.Create(CultureInfo.InvariantCulture, $"It is what load makes: {off.LagLost:0.000} cycles without load feedback, {both.LagLost:0.000} also without excitation by load, {strong.LagLost:0.000} with a feedback of 20 rad/s, and at 40 rad/s {stalled.LagLost:0.000} cycles, coherence {stalled.Coherence.Where(value => value > 0).Min():0.00}, ")
            + string.Create(CultureInfo.InvariantCulture, $"and {stalled.Crossed} of {seeds} walks got across within {GroundWalk.PhaseSlow.Seconds} s.\n\nWithout load feedback, across {Compared} segments, the slow walk of the phase cord is {Off(GroundWalk.PhaseSlow)} The fast walk is {Off(GroundWalk.PhaseFast)} ")
            + $"The bursting cord's slow walk is {Off(GroundWalk.BurstingSlow)} Its fast walk is {Off(GroundWalk.BurstingFast)}";
    }

    private static ReportTable Table(IReadOnlyList<GapRow> rows)
    {
        ReportTable table = new("gap", "Across the gap, medians over the seeds",
        [
            new("walk", "walk"), new("change", "changed"), new("width_segments", "gap,\nsegments"), new("crossed", "got\nacross"), new("seconds", "time\ns", "0.00"),
            .. GroundRow.Columns, new("lag_lost_cycles", "lag lost\ncycles", "0.000"), new("recovery_segments", "lag back\nbehind, seg.", "0"),
        ])
        { Note = "Time: from the head over the gap's begin to the tail over its end; other figures over that time. Lag lost: largest departure of the lag from what it was before the gap." };
        foreach (GapRow row in rows)
            table.Add([row.Walk.Name, row.Change.Name, row.Width, row.Crossed, row.Seconds, .. row.Figures.Cells, row.LagLost, row.Recovery]);
        return table;
    }

    private static ReportTable Profile(IReadOnlyList<GapRow> rows)
    {
        ReportTable table = new("gap-profile", $"The leg wave about a gap of {Compared} segments",
            [new("walk", "walk"), new("change", "changed"), new("place_segments", "place,\nsegments", "0.0"), new("coherence", "coherence", "0.000"), new("lag_cycles", "lag\ncycles", "0.000")]);
        foreach (GapRow row in rows.Where(row => row.Width == Compared && row.Walk == GroundWalk.PhaseSlow))
        {
            for (int bin = 0; bin < row.Places.Count; bin++) table.Add(row.Walk.Name, row.Change.Name, row.Places[bin], row.Coherence[bin], row.Lag[bin]);
        }
        return table;
    }
}
