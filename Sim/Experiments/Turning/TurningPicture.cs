using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Turning and speed against the command to turn.</summary>
internal static class TurningPicture
{
    private const float Left = 84, Top = 136, Width = 330, Height = 250, Across = 414, Down = 330;

    public static Sheet Draw(IReadOnlyList<TurningCurve> curves)
    {
        Oscillator[] cords = [.. curves.Select(curve => curve.Cord).Distinct()];
        Sheet sheet = new(Left + 2 * Across + Width + 24, Top + Down + Height + 56);
        sheet.Title("Turning", "Turn: the command, −1 to the right, 1 to the left. Lines: mean of the seeds; tints: from the least to the most of them. BL: body length.");
        var gaits = curves.GroupBy(curve => curve.Gait).ToArray();
        Key.Add(sheet, Left, 88, [.. gaits.Select(gait => new KeyEntry(gait.Key.Name, Color(gait.First())))]);
        for (int k = 0; k < cords.Length; k++)
        {
            TurningCurve[] own = [.. curves.Where(curve => curve.Cord == cords[k])];
            float top = Top + k * Down;
            Add(sheet, top, 0, own, $"{Trial.Name(cords[k])} cord", "turning, rad/BL", Chart.Around(curves.SelectMany(curve => curve.Rows).SelectMany(row => new[] { row.Least, row.Most })),
                row => row.Select(seed => seed.PerLength));
            Add(sheet, top, 1, own, "", "turning, rad/s", Chart.Around(curves.SelectMany(curve => curve.Rows).SelectMany(row => row.Seeds).Select(seed => seed.Rate)), row => row.Select(seed => seed.Rate));
            Add(sheet, top, 2, own, "", "speed, BL/s", Chart.Around(curves.SelectMany(curve => curve.Rows).SelectMany(row => row.Seeds).Select(seed => seed.Speed)), row => row.Select(seed => seed.Speed));
        }
        return sheet;
    }

    /// <summary>The colour of its gait, as in the pictures of runs.</summary>
    public static SKColor Color(TurningCurve curve) =>
        Palette.Of(curve.Gait.Command.Swim > 0 ? PhaseKind.Swim : curve.Gait.Command.Release > 0 ? PhaseKind.FastWalk : PhaseKind.SlowWalk);

    private static void Add(Sheet sheet, float top, int column, TurningCurve[] curves, string heading, string label, (double, double) y, Func<IReadOnlyList<Turned>, IEnumerable<double>> figure)
    {
        SKRect data = SKRect.Create(Left + column * Across, top, Width, Height);
        Chart.Heading(sheet, data, heading);
        Panel panel = Chart.Add(sheet, data, (-1.06, 1.06), y, null, label);
        double[] ticks = [-1, -0.5, 0, 0.5, 1];
        panel.TicksX(ticks, NiceNumbers.Format(ticks), "Turn");
        panel.Add(new Curve([0, 0], [-100, 100], Palette.Hairline, 1));
        foreach (TurningCurve curve in curves)
        {
            double[] turns = [.. curve.Rows.Select(row => row.Turn)], mean = [.. curve.Rows.Select(row => figure(row.Seeds).Average())];
            panel.Add(new Band(turns, [.. curve.Rows.Select(row => figure(row.Seeds).Min())], [.. curve.Rows.Select(row => figure(row.Seeds).Max())], Color(curve)));
            panel.Add(new Curve(turns, mean, Color(curve)));
            panel.Add(new Marks(turns, mean, Color(curve), MarkKind.Dot, 3));
        }
    }
}
