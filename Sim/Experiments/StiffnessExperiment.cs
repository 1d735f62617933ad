using Locomotion.Body;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking on land with a trunk of every stiffness.</summary>
public static class StiffnessExperiment
{
    /// <summary>Turning per body length from which a walk counts as curved, rad: the path's radius is then 20 body lengths.</summary>
    public const double Curved = 0.05;

    private static readonly double[] stiffnesses = [1e-6, 3e-6, 1e-5, 1e-4, 1e-3, 2e-3, 5e-3, 1e-2, 3e-2];     // N m/rad

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("stiffness", "Stiffness of the trunk on land",
        "Does the straight walk give way to a curved one where the trunk is soft, as in the many-legged robot of Aoi et al.?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        (TrunkWalk Walk, double Stiffness, ulong Seed)[] runs =
            [.. TrunkWalk.All.SelectMany(walk => stiffnesses.SelectMany(stiffness => options.AllSeeds.Select(seed => (walk, stiffness, seed))))];
        IReadOnlyList<Straightness> found = options.RunEach(runs, run => run.Walk.Run(run.Stiffness, run.Seed, options.Stop));
        StiffnessRow[] rows = [.. found.Chunk(options.Seeds).Select((seeds, k) => new StiffnessRow(runs[k * options.Seeds].Walk, runs[k * options.Seeds].Stiffness, seeds))];
        IGrouping<TrunkWalk, StiffnessRow>[] walks = [.. rows.GroupBy(row => row.Walk)];
        return new ExperimentReport
        {
            Findings = $"A walk counts as curved if it turns by {Curved} rad or more per body length, a path of {1 / Curved:0} body lengths radius. "
                + $"Found over {options.Seeds} seeds and {stiffnesses.Min()} to {stiffnesses.Max()} N m/rad: {string.Join("; ", walks.Select(Verdict))}.\n\n{Answer(walks)}",
            Tables = [Table(rows)],
            Checks = [.. walks.Select(StiffEnd), .. walks.Where(walk => walk.Key is { IsDamped: true, Release: 0 }).Select(Everywhere), .. walks.Where(walk => walk.Key is { IsDamped: false, Drive: < 1 }).Select(SoftEnd)],
            Draw = folder => [Picture.Save(StiffnessPicture.Draw(rows), folder, "stiffness", "Turning, bend and speed of the walk against the stiffness of the trunk's joints.")],
        };
    }

    /// <summary>The largest stiffness at which the walk is curved, N m/rad; null if there is none.</summary>
    private static double? Onset(IEnumerable<StiffnessRow> walk) => walk.Where(row => row.Turning >= Curved).Max(row => (double?)row.Stiffness);

    private static string Verdict(IGrouping<TrunkWalk, StiffnessRow> walk)
    {
        StiffnessRow most = walk.MaxBy(row => row.Turning)!;
        string at = $"{most.Turning:0.0000} rad/BL at {most.Stiffness} N m/rad, where {100 * most.Left:0} % of the seeds turn left";
        return Onset(walk) is { } onset ? $"{walk.Key.Name}: curved from {onset} N m/rad down, most {at}" : $"{walk.Key.Name}: straight, at most {at}";
    }

    private static string Answer(IEnumerable<IGrouping<TrunkWalk, StiffnessRow>> walks)
    {
        double? damped = walks.Where(walk => walk.Key is { IsDamped: true, Release: 0 }).Max(Onset), undamped = walks.Where(walk => !walk.Key.IsDamped).Max(Onset);
        string held = damped is { } soft
            ? $"With the animal's joint damping and the trunk held, the straight walk is lost from {soft} N m/rad down."
            : "With the animal's joint damping and the trunk held, no stiffness makes the walk curve, at either speed: the damping alone keeps it straight.";
        string free = undamped is { } softer
            ? $" Without joint damping it is lost from {softer} N m/rad down, a {new BodyParameters().Joints.Stiffness / softer:0}th of the animal's stiffness."
            : " Without joint damping it stays straight too.";
        return held + free;
    }

    private static Check StiffEnd(IGrouping<TrunkWalk, StiffnessRow> walk)
    {
        StiffnessRow row = walk.MaxBy(row => row.Stiffness)!;
        return Check.AtMost($"{walk.Key.Name}: turning of any seed, {row.Stiffness} N m/rad", row.MostTurning, Curved, "rad/BL", "0.0000");
    }

    private static Check Everywhere(IGrouping<TrunkWalk, StiffnessRow> walk) =>
        Check.AtMost($"{walk.Key.Name}: turning of any seed, at any stiffness", walk.Max(row => row.MostTurning), Curved, "rad/BL", "0.0000");

    private static Check SoftEnd(IGrouping<TrunkWalk, StiffnessRow> walk)
    {
        StiffnessRow row = walk.MinBy(row => row.Stiffness)!;
        return Check.AtLeast($"{walk.Key.Name}: mean turning, {row.Stiffness} N m/rad", row.Turning, Curved, "rad/BL", "0.0000");
    }

    private static ReportTable Table(StiffnessRow[] rows)
    {
        ReportTable table = new("stiffness", "How straight the walk is",
        [
            new("walk", "walk"), new("stiffness_n_m_per_rad", "stiffness\nN m/rad", "0.######"), new("turning_rad_per_bl", "turning\nrad/BL", "0.0000"), new("least_rad_per_bl", "from", "0.0000"),
            new("most_rad_per_bl", "to", "0.0000"), new("left_share", "turned\nleft", "0.00"), new("curve_rad", "body's\ncurve, rad", "0.000"),
            new("curve_rms_rad", "with its\nwiggle, rad", "0.000"), new("speed_bl_per_s", "speed\nBL/s", "0.00"),
        ])
        {
            Note = "Turning: change of heading per body length, to either side; mean, least and most of the seeds. Body's curve: bend from head to tail, mean over time; "
                + "with its wiggle: root mean square over time. Held: release 0; released: release 1. Aoi et al.: a pitchfork bifurcation of the straight walk, "
                + "\"Advanced turning maneuver of a many-legged robot using pitchfork bifurcation\".",
        };
        foreach (StiffnessRow row in rows)
            table.Add(row.Walk.Name, row.Stiffness, row.Turning, row.LeastTurning, row.MostTurning, row.Left, row.Curve, row.CurveRms, row.Speed);
        return table;
    }
}
