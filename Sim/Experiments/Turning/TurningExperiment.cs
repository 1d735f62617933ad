using Locomotion.Body.Chain;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Reports;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>The command to turn, from right to left, in the three gaits with both cords.</summary>
public static class TurningExperiment
{
    /// <summary>Turning at Turn 0 that still counts as straight, rad per body length: a circle of 10 body lengths radius.</summary>
    public const double Straight = 0.1;

    /// <summary>Difference between left and right that still counts as none: this share of the turning at Turn 1, or <see cref="Straight"/>, whichever is larger.</summary>
    public const double Alike = 0.05;

    /// <summary>Turning between neighbouring Turns that counts as noise, rad per body length.</summary>
    public const double Noise = 0.02;

    private const double Seconds = 8, Settled = 3;
    private const string Unit = "rad/BL", Format = "0.000";
    private static readonly double[] turns = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("turning", "Turning",
        "Does one descending number turn the animal to the side it names, in every gait and with either kind of cord?", Run);

    /// <summary>Runs it, with a quarter of the seeds: each of them moves as often as there are cords, gaits and turns.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds.Take((options.Seeds + 3) / 4)];
        (Oscillator Cord, Gait Gait, double Turn)[] kinds =
            [.. Trial.Cords.SelectMany(cord => Gait.All.SelectMany(gait => turns.Select(turn => (cord, gait, turn))))];
        var runs = kinds.SelectMany(kind => seeds.Select(seed => (Kind: kind, Seed: seed))).ToArray();
        var found = options.RunEach(runs, run => Move(run.Kind.Cord, run.Kind.Gait, run.Kind.Turn, run.Seed, options.Stop));
        TurningRow[] rows = [.. kinds.Zip(found.Chunk(seeds.Length), (kind, same) =>
            new TurningRow(kind.Cord, kind.Gait, kind.Turn, [.. same.Select(one => one.Turned)], same[0].Path))];
        TurningCurve[] curves = [.. rows.Chunk(turns.Length).Select(own => new TurningCurve(own[0].Cord, own[0].Gait, own))];
        return new ExperimentReport
        {
            Findings = Findings(curves, seeds.Length),
            Tables = [Summary(curves), Table(rows)],
            Checks = [.. curves.SelectMany(Checks)],
            Draw = folder =>
            [
                Picture.Save(TurningPicture.Draw(curves), folder, "turning", "Turning and speed against the command to turn: turning rises all the way from right to left, and takes some of the speed."),
                Picture.Save(TurningPathsPicture.Draw(curves), folder, "paths", "Paths of the center of mass from one start at every Turn, first seed: the larger the command, the tighter the circle, to either side alike."),
            ],
        };
    }

    private static (Turned Turned, IReadOnlyList<(double X, double Y)> Path) Move(Oscillator cord, Gait gait, double turn, ulong seed, CancellationToken stop)
    {
        DescendingCommand command = new(gait.Command.Drive, gait.Command.Release, gait.Command.Swim, turn);
        Trial trial = new(cord, command, gait == Gait.Swim ? ExpectedGait.Swim : ExpectedGait.Walk, Seconds);
        Trajectory run = trial.Run(seed, stop).Trajectory;
        ShapeParameters shape = Preset.Centipede.Body.Shape;
        double x = run.Whole(0, WholeSignal.X), y = run.Whole(0, WholeSignal.Y);
        IReadOnlyList<(double, double)> path =
            [.. Enumerable.Range(0, run.Count).Select(k => ((run.Whole(k, WholeSignal.X) - x) / shape.Length, (run.Whole(k, WholeSignal.Y) - y) / shape.Length))];
        return (Turned.Measure(run, shape, (int)(Settled / FrameRecorder.Interval)), path);
    }

    private static string Findings(TurningCurve[] curves, int seeds)
    {
        TurningCurve[] aside = [.. curves.Where(curve => curve.LeastToItsSide <= 0)];
        TurningCurve most = curves.MaxBy(curve => Math.Abs(curve.Drift))!;
        string sides = aside.Length == 0
            ? "Every gait of both cords turns to the side that is commanded"
            : $"To the side that is commanded turn all but {string.Join(" and ", aside.Select(curve => curve.Name))}";
        TurningCurve released = curves.Single(curve => (curve.Cord, curve.Gait) == (Oscillator.Phase, Gait.FastWalk));
        TurningRow straight = released.Rows[released.Rows.Count / 2];
        return $"{sides}, {(seeds == 1 ? "one seed" : $"means of {seeds} seeds")}. At the largest command: "
            + $"{string.Join("; ", curves.Select(curve => $"{curve.Name} {curve.Largest:0.00} rad per body length, {curve.LargestRate:0.00} rad/s, with {100 * curve.SpeedKept:0} % of its straight speed"))}.\n\n"
            + $"Told to go straight, {most.Name} drifts most: {Math.Abs(most.Drift):0.000} rad per body length to the {(most.Drift > 0 ? "left" : "right")}, a circle of {1 / Math.Abs(most.Drift):0} body lengths radius; "
            + $"the others {curves.Where(curve => curve != most).Max(curve => Math.Abs(curve.Drift)):0.000} at most. The released trunk of the phase cord is locked to the left legs and may tell left from right: "
            + $"in its fast walk {straight.Seeds.Count(seed => seed.PerLength > 0)} of {seeds} seeds drift to the left, by {straight.PerLength:+0.000;-0.000} in the mean ({straight.Least:+0.000;-0.000} to {straight.Most:+0.000;-0.000}).";
    }

    private static IEnumerable<Check> Checks(TurningCurve curve) =>
    [
        Check.AtLeast($"{curve.Name}: least turning to the commanded side", curve.LeastToItsSide, Noise, Unit, Format),
        Check.AtLeast($"{curve.Name}: least rise from one Turn to the next", curve.LeastRise, -Noise, Unit, Format),
        Check.AtMost($"{curve.Name}: left against right, half the difference", curve.Asymmetry, Math.Round(Math.Max(Straight, Alike * curve.Largest), 2), Unit, Format),
        Check.Within($"{curve.Name}: turning at Turn 0", curve.Drift, -Straight, Straight, Unit, Format),
    ];

    private static ReportTable Summary(TurningCurve[] curves)
    {
        ReportTable table = new("turning", "Turning, gait by gait",
        [
            new("cord", "cord"), new("gait", "gait"), new("largest_rad_per_bl", "at Turn 1\nrad/BL", "0.00"), new("largest_rad_per_s", "at Turn 1\nrad/s", "0.00"),
            new("drift_rad_per_bl", "at Turn 0\nrad/BL", "0.000"), new("asymmetry_rad_per_bl", "left against\nright, rad/BL", "0.000"),
            new("least_rise_rad_per_bl", "least rise\nrad/BL", "0.000"), new("speed_kept", "speed at Turn 1\nover straight", "0.00"),
        ])
        {
            Note = $"Positive: to the left. At Turn 1: mean of both sides. Left against right: half the difference at the Turn where it is largest. Least rise: from one Turn to the next; "
                + $"{Noise} rad/BL count as noise.",
        };
        foreach (TurningCurve curve in curves)
        {
            table.Add(Trial.Name(curve.Cord), curve.Gait.Name, curve.Largest, curve.LargestRate, curve.Drift, curve.Asymmetry, curve.LeastRise, curve.SpeedKept);
        }
        return table;
    }

    private static ReportTable Table(TurningRow[] rows)
    {
        ReportTable table = new("turning-by-turn", "Turning at every Turn",
        [
            new("cord", "cord"), new("gait", "gait"), new("turn", "Turn", "0.00"), new("turning_rad_per_bl", "turning\nrad/BL", "0.000"), new("least_rad_per_bl", "from", "0.000"),
            new("most_rad_per_bl", "to", "0.000"), new("turning_rad_per_s", "turning\nrad/s", "0.000"), new("speed_bl_per_s", "speed\nBL/s", "0.00"),
        ])
        { Note = $"From {Settled:0} s to {Seconds:0} s. From, to: the seeds." };
        foreach (TurningRow row in rows) table.Add(Trial.Name(row.Cord), row.Gait.Name, row.Turn, row.PerLength, row.Least, row.Most, row.Rate, row.Speed);
        return table;
    }
}
