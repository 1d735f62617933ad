using Locomotion.Controller.Cord;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Reports;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>What is left after each lesion, on land and in water, by both hypotheses of folding and with both kinds of oscillators.</summary>
public static class LesionsExperiment
{
    /// <summary>Seeds at each place of the cut; the cut in the middle has them all.</summary>
    private const int SeedsPerCut = 3;

    private const int Segments = 21, FewestOnASide = 3;

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("lesions", "Lesions",
        "What can lower circuits do by themselves, and what do brain, SEG (subesophageal ganglion) and an uncut cord add?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        IReadOnlyList<LesionCell> matrix = Matrix(options with { Progress = share => options.Progress(0.7 * share) });
        IReadOnlyList<CutRow> cuts = Cuts(options with { Progress = share => options.Progress(0.7 + 0.3 * share) });
        return new ExperimentReport
        {
            Findings = Findings(matrix, cuts),
            Tables = [MatrixTable(matrix), CutTable(cuts)],
            Checks = [.. matrix.Select(CellCheck), .. CutChecks(cuts)],
            Draw = folder =>
            [
                Picture.Save(LesionPicture.Draw(matrix), folder, "lesions", "Share of seeds in which each preparation does what is expected of it. r: read in a report; h: our hypothesis."),
                Picture.Save(CutPicture.Draw(cuts), folder, "cuts", "Stepping frequency ahead of and behind a cut, wherever the cord is cut."),
            ],
        };
    }

    /// <summary>On land nothing folds, so that both hypotheses are one: land is run by the first only.</summary>
    private static IReadOnlyList<LesionCell> Matrix(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds];
        SegmentRange[] parts = [.. Preparation.All.Select(preparation => preparation.Part).Distinct()];
        (Oscillator, FoldGate, LesionCondition)[] settings =
        [
            .. Trial.Cords.SelectMany(oscillator => LesionCondition.All.SelectMany(condition =>
                (condition.InWater ? new[] { FoldGate.And, FoldGate.Or } : [FoldGate.And]).Select(gate => (oscillator, gate, condition)))),
        ];
        IReadOnlyList<Lesion>[] lesions = [.. Preparation.All.Select(preparation => preparation.Lesions).DistinctBy(Key)];
        LesionRun[] runs = [.. settings.SelectMany(s => lesions.SelectMany(taken => seeds.Select(seed => new LesionRun(s.Item1, s.Item2, taken, s.Item3, seed))))];
        Dictionary<string, IReadOnlyList<PartGait>> found = runs.Zip(options.RunEach(runs, run => run.Measure(parts, options.Stop)))
            .ToDictionary(pair => Key(pair.First), pair => pair.Second);
        return
        [
            .. settings.SelectMany(s => Preparation.All.Select(preparation =>
            {
                int part = Array.IndexOf(parts, preparation.Part);
                PartGait[] Of(IReadOnlyList<Lesion> taken) => [.. seeds.Select(seed => found[Key(new LesionRun(s.Item1, s.Item2, taken, s.Item3, seed))][part])];
                return new LesionCell(preparation, s.Item3, s.Item1, s.Item2, Of(preparation.Lesions), Of([]));
            })),
        ];
    }

    private static IReadOnlyList<CutRow> Cuts(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds.Take(SeedsPerCut)];
        int[] places = [.. Enumerable.Range(FewestOnASide, Segments - 2 * FewestOnASide + 1)];
        (Oscillator Oscillator, LesionCondition Condition)[] settings = [.. Trial.Cords.SelectMany(oscillator => LesionCondition.All.Select(condition => (oscillator, condition)))];
        SegmentRange[] parts = [.. places.Select(Preparation.Ahead), .. places.Select(Preparation.Behind)];
        LesionRun[] runs =
        [
            .. settings.SelectMany(s => places.Prepend(0).SelectMany(ahead => seeds.Select(seed =>
                new LesionRun(s.Oscillator, FoldGate.And, ahead == 0 ? [] : Preparation.Cut(ahead), s.Condition, seed)))),
        ];
        IReadOnlyList<IReadOnlyList<PartGait>>[][] found =
            [.. options.RunEach(runs, run => run.Measure(parts, options.Stop)).Chunk(seeds.Length).Chunk(places.Length + 1)];    // [setting][none, then each place][seed][part]
        return
        [
            .. settings.SelectMany((s, setting) => places.Select((ahead, place) =>
            {
                PartGait[] Of(int cut, int part) => [.. found[setting][cut].Select(gaits => gaits[part])];
                return new CutRow(s.Oscillator, s.Condition, ahead, Of(place + 1, place), Of(0, place), Of(place + 1, places.Length + place), Of(0, places.Length + place));
            })),
        ];
    }

    private static string Key(LesionRun run) => $"{run.Oscillator} {run.Gate} {Key(run.Lesions)} {run.Condition.Name} {run.Seed}";

    private static string Key(IReadOnlyList<Lesion> lesions) => string.Join(",", lesions);

    private static Check CellCheck(LesionCell cell)
    {
        string gate = cell.Condition.InWater ? cell.Gate == FoldGate.And ? ", fold by both" : ", fold by either" : "";
        return Check.AtLeast($"{Trial.Name(cell.Oscillator)}: {cell.Preparation.Name}, {cell.Condition.Name}{gate}: {cell.Claim.Words}; share of seeds", cell.Holds, 0.95);
    }

    private static IEnumerable<Check> CutChecks(IReadOnlyList<CutRow> cuts) => cuts.GroupBy(row => (row.Oscillator, row.Condition)).SelectMany(group => new[]
    {
        Check.AtLeast($"{Trial.Name(group.Key.Oscillator)}: cut anywhere, {group.Key.Condition.Name}, ahead of it: as intact; share of places", group.Average(row => row.AheadHolds ? 1.0 : 0.0), 1),
        Check.AtLeast($"{Trial.Name(group.Key.Oscillator)}: cut anywhere, {group.Key.Condition.Name}, behind it: {LesionClaim.Of(Preparation.BehindCut, group.Key.Condition, either: false).Words}; share of places",
            group.Average(row => row.BehindHolds ? 1.0 : 0.0), 1),
    });

    private static string Findings(IReadOnlyList<LesionCell> matrix, IReadOnlyList<CutRow> cuts)
    {
        LesionCell Cell(Preparation preparation, LesionCondition condition, Oscillator oscillator = Oscillator.Phase) =>
            matrix.First(cell => cell.Preparation == preparation && cell.Condition == condition && cell.Oscillator == oscillator);
        double headless = Cell(Preparation.Head, LesionCondition.Slow).Median(gait => gait.Frequency), driven = Cell(Preparation.Head, LesionCondition.Fast).Median(gait => gait.Frequency);
        int held = matrix.Count(cell => cell.Holds >= 0.95);
        return $"{held} of {matrix.Count} cells of the matrix show what is expected in at least 95 % of the seeds. Without its head the animal walks at {headless:0.00} Hz whatever it is told ({driven:0.00} Hz when driven fast), "
            + $"intact at {Cell(Preparation.Intact, LesionCondition.Slow).Median(gait => gait.Frequency):0.00} and {Cell(Preparation.Intact, LesionCondition.Fast).Median(gait => gait.Frequency):0.00} Hz: "
            + "load alone excites its segments. In water nothing does, and it rests. "
            + $"Without its brain it walks as fast as it is driven ({Cell(Preparation.Brain, LesionCondition.Fast).Median(gait => gait.Frequency):0.00} Hz) with a still trunk ({Cell(Preparation.Brain, LesionCondition.Fast).Median(gait => gait.TrunkAmplitude):0.000} rad), and does not swim.\n\n"
            + $"The cord was cut at {cuts.Select(row => row.AheadCount).Distinct().Count()} places. Behind the cut the animal walks where it is grounded and rests in water at {cuts.Count(row => row.BehindHolds)} of {cuts.Count} places and conditions; "
            + $"ahead of it leg frequency, lag and trunk amplitude stay within 10 % of intact at {cuts.Count(row => row.AheadHolds)} of {cuts.Count}. "
            + "What was read in reports of the animal is walking without the head and behind a cut, and that swimming does not recover there; the rest is inferred from the roles given to brain and SEG, and is a prediction.";
    }

    private static ReportTable MatrixTable(IReadOnlyList<LesionCell> matrix)
    {
        ReportTable table = new("lesions", "The lesion matrix",
        [
            new("oscillator", "oscillator"), new("preparation", "preparation"), new("condition", "condition"), new("fold", "legs fold by"), new("expected", "expected"), new("basis", "basis"),
            new("share_of_seeds", "share of\nseeds", "0.00"), new("frequency_hz", "legs\nHz", "0.00"), new("lag_cycles", "lag\ncycles", "0.000"), new("coherence", "coherence", "0.00"),
            new("trunk_rad", "trunk\nrad", "0.000"), new("folded_share", "folded", "0.00"),
        ])
        {
            Note = "Medians over the seeds, of the last 5 of 20 s. Walks: legs step at 1 Hz or more, with a wave to the tail of coherence 0.9 or more and antiphase within 0.1. Still: trunk below 0.03 rad. "
                + "Swims: more than 95 % folded and a trunk wave to the tail of 0.1 rad or more. The cut lies behind the tenth segment; figures are those of the part named.",
        };
        foreach (LesionCell cell in matrix)
        {
            table.Add(Trial.Name(cell.Oscillator), cell.Preparation.Name, cell.Condition.Name, cell.Condition.InWater ? cell.Gate == FoldGate.And ? "both" : "either" : "",
                cell.Claim.Words, cell.Claim.IsRead ? "read" : "hypothesis", cell.Holds, cell.Median(gait => gait.Frequency), cell.Median(gait => gait.Lag), cell.Median(gait => gait.Coherence),
                cell.Median(gait => gait.TrunkAmplitude), cell.Median(gait => gait.Folded));
        }
        return table;
    }

    private static ReportTable CutTable(IReadOnlyList<CutRow> cuts)
    {
        ReportTable table = new("cuts", "The cord cut at every place",
        [
            new("oscillator", "oscillator"), new("condition", "condition"), new("ahead", "segments\nahead"), new("ahead_holds", "ahead\nas intact"), new("frequency_off_percent", "frequency\noff, %", "0.0"),
            new("lag_off_percent", "lag\noff, %", "0.0"), new("trunk_off_percent", "trunk\noff, %", "0.0"), new("behind_holds", "behind as\nexpected"), new("behind_frequency_hz", "behind\nHz", "0.00"), new("behind_coherence", "behind\ncoherence", "0.00"),
        ])
        {
            Note = "Off: largest difference of any seed from the same segments of the intact animal.",
        };
        foreach (CutRow row in cuts)
        {
            bool still = row.Intact.All(gait => !gait.DoesBend);
            table.Add(Trial.Name(row.Oscillator), row.Condition.Name, (double)row.AheadCount, row.AheadHolds ? "yes" : "no",
                row.Condition.InWater ? row.MostOff(gait => gait.TrunkFrequency) : row.MostOff(gait => gait.Frequency), row.Condition.InWater ? null : row.MostOff(gait => gait.Lag),
                still ? null : row.MostOff(gait => gait.TrunkAmplitude), row.BehindHolds ? "yes" : "no",
                row.Behind.Select(gait => gait.Frequency).Median(), row.Condition.InWater ? null : row.Behind.Select(gait => gait.Coherence).Median());
        }
        return table;
    }
}
