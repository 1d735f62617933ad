using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Where the animal goes at every Turn: one map for each gait and cord, all to one scale.</summary>
internal static class TurningPathsPicture
{
    private const float Left = 84, Top = 146, Width = 350, Height = 416, Across = 400, Down = 496;
    private const double Shown = 5, Ahead = 5.4, Behind = -1.5;    // body lengths: of a path; of the map
    private const double High = (Ahead - Behind) / 2 * Height / Width;

    public static Sheet Draw(IReadOnlyList<TurningCurve> curves)
    {
        Sheet sheet = new(Left + 2 * Across + Width + 24, Top + Down + Height + 56);
        sheet.Title("Paths at every Turn", $"The center of mass over its first {Shown:0} body lengths, or 8 s; all start at the grey dot, heading right. First seed, while it still settles.");
        double[] turns = [.. curves[0].Rows.Select(row => row.Turn)];
        Key.Add(sheet, Left, 94, [.. turns.Select(turn => new KeyEntry(turn == 0 ? "Turn 0" : NiceNumbers.Text(turn), Color(turn)))]);
        for (int k = 0; k < curves.Count; k++)
        {
            SKRect data = SKRect.Create(Left + k % 3 * Across, Top + k / 3 * Down, Width, Height);
            Chart.Heading(sheet, data, $"{Trial.Name(curves[k].Cord)} cord, {curves[k].Gait.Name}");
            Panel panel = Chart.Add(sheet, data, (Behind, Ahead), (-High, High), "body lengths", k % 3 == 0 ? "body lengths" : null);
            foreach (TurningRow row in curves[k].Rows)
            {
                (double X, double Y)[] path = [.. Begin(row.Path)];
                panel.Add(new Curve([.. path.Select(place => place.X)], [.. path.Select(place => place.Y)], Color(row.Turn), row.Turn == 0 ? 2.4f : 2));
                panel.Add(new Marks([path[^1].X], [path[^1].Y], Color(row.Turn), MarkKind.Dot, 4));
            }
            panel.Add(new Marks([0], [0], Palette.Muted, MarkKind.Dot, 4));
        }
        return sheet;
    }

    /// <summary>Right in orange, left in purple, straight in ink.</summary>
    private static SKColor Color(double turn) => turn == 0 ? Palette.Ink : Palette.Bend(Math.Sign(turn) * (0.35 + 0.65 * Math.Abs(turn)));

    /// <summary>The first body lengths of a path, the wiggle of each cycle taken out by a mean over a third of a second.</summary>
    private static IEnumerable<(double X, double Y)> Begin(IReadOnlyList<(double X, double Y)> path)
    {
        const int half = 16;
        double walked = 0;
        (double X, double Y) before = (0, 0);
        for (int k = 0; k < path.Count && walked < Shown; k++)
        {
            int reach = Math.Min(half, Math.Min(k, path.Count - 1 - k));
            double x = 0, y = 0;
            for (int j = k - reach; j <= k + reach; j++) (x, y) = (x + path[j].X / (2 * reach + 1), y + path[j].Y / (2 * reach + 1));
            walked += Math.Sqrt((x - before.X) * (x - before.X) + (y - before.Y) * (y - before.Y));
            before = (x, y);
            yield return before;
        }
    }
}
