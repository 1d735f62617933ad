using System.Globalization;
using Locomotion.Body;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking on land with a trunk of every stiffness.</summary>
public static class StiffnessExperiment
{
    /// <summary>Turning per body length from which a walk counts as curved, rad: the path's radius is then 20 body lengths.</summary>
    public const double Curved = 0.05;

    private const string Unit = "rad/BL", Format = "0.00000";
    private static readonly double[] stiffnesses = [1e-6, 3e-6, 1e-5, 1e-4, 1e-3, 2e-3, 5e-3, 1e-2, 3e-2];     // N m/rad

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("stiffness", "Stiffness of the trunk on land",
        "Does the straight walk give way to a curved one where the trunk is soft, as in the many-legged robot of Aoi et al.?", Run);

    /// <summary>Runs it, with half the seeds: each of them walks as often as there are stiffnesses and ways of walking.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds.Take((options.Seeds + 1) / 2)];
        (TrunkWalk Walk, double Stiffness, ulong Seed)[] runs =
            [.. TrunkWalk.All.SelectMany(walk => stiffnesses.SelectMany(stiffness => seeds.Select(seed => (walk, stiffness, seed))))];
        IReadOnlyList<Straightness> found = options.RunEach(runs, run => run.Walk.Run(run.Stiffness, run.Seed, options.Stop));
        StiffnessRow[] rows =
            [.. found.Chunk(seeds.Length).Select((same, k) => new StiffnessRow(runs[k * seeds.Length].Walk, runs[k * seeds.Length].Stiffness, same))];
        IReadOnlyList<WalkBySoftness> walks = [.. rows.GroupBy(row => row.Walk).Select(walk => new WalkBySoftness(walk.Key, [.. walk]))];
        WalkBySoftness[] held = [.. walks.Where(walk => walk.Walk is { Release: 0, IsDamped: true })], undamped = [.. walks.Where(walk => !walk.Walk.IsDamped)];
        return new ExperimentReport
        {
            Findings = $"A walk counts as curved if it turns by {Curved} rad or more per body length, mean of {seeds.Length} seeds: a path of {1 / Curved:0} body lengths radius. "
                + string.Join(" ", held.Concat(undamped).Select(walk => walk.InWords)) + $"\n\n{Answer(held, undamped)} {Released(walks[^1])}",
            Tables = [Table(rows)],
            Checks =
            [
                .. walks.Select(walk => Check.AtMost($"{walk.Walk.Name}: turning of any seed, {Text(walk.Stiffest.Stiffness)} N m/rad", walk.Stiffest.MostTurning, Curved, Unit, Format)),
                .. held.Select(walk => Check.AtMost($"{walk.Walk.Name}: mean turning, most at any stiffness", walk.MostCurved.Turning, Curved, Unit, Format)),
                .. undamped.Select(walk => Check.AtLeast($"{walk.Walk.Name}: mean turning, {Text(walk.Softest.Stiffness)} N m/rad", walk.Softest.Turning, Curved, Unit, Format)),
            ],
            Draw = folder => [Picture.Save(StiffnessPicture.Draw(rows), folder, "stiffness", "Turning, bend and speed of the walk against the stiffness of the trunk's joints.")],
        };
    }

    /// <summary>A stiffness as people read it.</summary>
    internal static string Text(double stiffness) => stiffness.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Answer(WalkBySoftness[] held, WalkBySoftness[] undamped)
    {
        string animal = $"the animal's own {Text(new BodyParameters().Joints.Stiffness)} N m/rad";
        string kept = held.Max(walk => walk.Onset) is { } soft
            ? $"With its legs only, the animal as it is loses its straight walk from {Text(soft)} N m/rad down; {animal} {(soft < new BodyParameters().Joints.Stiffness ? "is above that" : "is within")}."
            : $"With its legs only, the animal as it is does not lose its straight walk at any stiffness tried, slow or fast: the curved walk of Aoi et al. is not seen near {animal}.";
        return undamped.Max(walk => walk.Onset) is { } softer
            ? $"{kept} The straight walk is lost where the joints are not damped and no stiffer than a {new BodyParameters().Joints.Stiffness / softer:0}th of that."
            : $"{kept} Nor is it seen without joint damping.";
    }

    private static string Released(WalkBySoftness released)
    {
        StiffnessRow most = released.MostCurved;
        string side = most.Left is 0 or 1 && most.Seeds.Count >= 5 ? " Every seed turns to the same side, so this is a bias of how the trunk follows the legs, not a loss of stability." : "";
        return $"With the trunk released its own bending turns the walk by {most.Turning:0.000} rad/BL at {Text(most.Stiffness)} N m/rad and {released.Stiffest.Turning:0.000} at {Text(released.Stiffest.Stiffness)}.{side}";
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
                + "with its wiggle: root mean square over time. Segments may pass through each other, so the softest bodies coil. A few seeds scatter widely there. Held: release 0; released: release 1. Aoi et al.: a pitchfork bifurcation of the straight walk, "
                + "\"Advanced turning maneuver of a many-legged robot using pitchfork bifurcation\".",
        };
        foreach (StiffnessRow row in rows)
            table.Add(row.Walk.Name, row.Stiffness, row.Turning, row.LeastTurning, row.MostTurning, row.Left, row.Curve, row.CurveRms, row.Speed);
        return table;
    }
}
