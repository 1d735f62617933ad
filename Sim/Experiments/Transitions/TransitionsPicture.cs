using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>How soon transitions settle: the share that has, against cycles.</summary>
internal static class TransitionsPicture
{
    private const float Left = 84, PanelWidth = 240, PanelHeight = 200, Across = 76, Down = 78, Top = 142;
    private const double LongestShown = 30;    // cycles

    public static Sheet Draw(IReadOnlyList<GaitChangeRow> rows)
    {
        var pairs = rows.Select(row => (row.From, row.To)).Distinct().ToArray();
        int columns = 3, lines = (pairs.Length + columns - 1) / columns;
        Sheet sheet = new(Left + columns * PanelWidth + (columns - 1) * Across + 40, Top + lines * PanelHeight + (lines - 1) * Down + 70);
        sheet.Title("From each gait to each other", "Share of random states from which the new gait has settled, against cycles of it since the command.");
        Key.Add(sheet, Left, 92, new KeyEntry("phase oscillators", SeriesPalette.First), new KeyEntry("bursting neurons", SeriesPalette.Second));
        double most = Math.Clamp(rows.Max(row => double.IsFinite(row.Percentile95) ? row.Percentile95 : 0) * 1.15, 1, LongestShown);
        for (int k = 0; k < pairs.Length; k++)
        {
            SKRect place = SKRect.Create(Left + k % columns * (PanelWidth + Across), Top + k / columns * (PanelHeight + Down), PanelWidth, PanelHeight);
            Chart.Heading(sheet, place, $"{pairs[k].From.Name} to {pairs[k].To.Name}");
            Panel panel = Chart.Add(sheet, place, (0, most), (0, 1.04), k / columns == lines - 1 ? "cycles" : null, k % columns == 0 ? "share settled" : null);
            foreach (GaitChangeRow row in rows.Where(row => (row.From, row.To) == pairs[k]))
                panel.Add(Steps(row, most, row.Oscillator == Oscillator.Phase ? SeriesPalette.First : SeriesPalette.Second));
        }
        return sheet;
    }

    private static Curve Steps(GaitChangeRow row, double most, SKColor color)
    {
        List<double> x = [0], y = [0];
        for (int k = 0; k < row.InOrder.Count && row.InOrder[k] <= most; k++)
        {
            x.AddRange([row.InOrder[k], row.InOrder[k]]);
            y.AddRange([k / (double)row.Cycles.Count, (k + 1) / (double)row.Cycles.Count]);
        }
        x.Add(most);
        y.Add(y[^1]);
        return new Curve(x, y, color);
    }
}
