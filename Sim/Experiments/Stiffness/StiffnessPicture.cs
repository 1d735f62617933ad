using Locomotion.Body;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>How straight a walk is against the stiffness of the trunk.</summary>
internal static class StiffnessPicture
{
    private const float Left = 92, Width = 740, PanelHeight = 210, Spacing = 256;

    public static Sheet Draw(IReadOnlyList<StiffnessRow> rows)
    {
        Sheet sheet = new(860, 136 + 2 * Spacing + PanelHeight + 66);
        sheet.Title("Walking with a softer and softer trunk", "Dots: mean of the seeds; circles: the seed that turns most. Upright line: the animal's own stiffness. BL: body length.");
        var walks = rows.GroupBy(row => row.Walk).ToArray();
        Key.Add(sheet, Left, 88, [.. walks.Take(3).Select(walk => Entry(walk.Key))]);
        Key.Add(sheet, Left, 108, [.. walks.Skip(3).Select(walk => Entry(walk.Key)), new("curved from here up", Palette.Ink, IsDashed: true)]);
        (double, double) across = (Math.Log10(rows.Min(row => row.Stiffness)) - 0.15, Math.Log10(rows.Max(row => row.Stiffness)) + 0.15);
        Panel turning = Decades.Add(sheet, Place(0), across, Decades.Around(rows.SelectMany(row => new[] { row.Turning, row.MostTurning })), null, "turning, rad/BL");
        Panel bend = Decades.Add(sheet, Place(1), across, Decades.Around(rows.Select(row => row.CurveRms)), null, "bend head to tail, rms, rad");
        Panel speed = Decades.AddHorizontal(sheet, Place(2), across, (0, rows.Max(row => row.Speed) * 1.08), "stiffness of a joint, N m/rad", "speed, BL/s");
        double curved = Math.Log10(StiffnessExperiment.Curved);
        foreach (var walk in walks)
        {
            double[] x = [.. walk.Select(row => Math.Log10(row.Stiffness))];
            turning.Add(new Marks(x, [.. walk.Select(row => Math.Log10(row.MostTurning))], Color(walk.Key), MarkKind.Circle, 3));
            AddLine(turning, x, [.. walk.Select(row => Math.Log10(row.Turning))], walk.Key);
            AddLine(bend, x, [.. walk.Select(row => Math.Log10(row.CurveRms))], walk.Key);
            AddLine(speed, x, [.. walk.Select(row => row.Speed)], walk.Key);
        }
        turning.Add(new Curve([across.Item1, across.Item2], [curved, curved], Palette.Ink, 1.4f, dashed: true));
        double animal = Math.Log10(new BodyParameters().Joints.Stiffness);
        foreach (Panel panel in new[] { turning, bend, speed }) panel.Add(new Curve([animal, animal], [-100, 100], Palette.Muted, 1, dashed: true));
        return sheet;
    }

    private static KeyEntry Entry(TrunkWalk walk) => new(walk.Name, Color(walk), IsDashed: !walk.IsDamped);

    private static SKRect Place(int panel) => SKRect.Create(Left, 136 + panel * Spacing, Width, PanelHeight);

    private static void AddLine(Panel panel, double[] x, double[] y, TrunkWalk walk)
    {
        panel.Add(new Curve(x, y, Color(walk), 2, dashed: !walk.IsDamped));
        panel.Add(new Marks(x, y, Color(walk), MarkKind.Dot, 3));
    }

    /// <summary>Blue walks slowly, orange fast; paler without damping; green with the trunk released.</summary>
    private static SKColor Color(TrunkWalk walk)
    {
        SKColor color = walk.Release > 0 ? SeriesPalette.Third : walk.Drive < 1 ? SeriesPalette.First : SeriesPalette.Second;
        return walk.IsDamped ? color : Palette.Mix(color, Palette.Paper, 0.4);
    }
}
