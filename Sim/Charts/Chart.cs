using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>A panel with round numbers along both axes and pale lines at those of the vertical one.</summary>
internal static class Chart
{
    /// <summary>Adds one to the sheet.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="data">Its place.</param>
    /// <param name="x">The horizontal axis' ends.</param>
    /// <param name="y">The vertical axis' ends, bottom and top.</param>
    /// <param name="xLabel">What the horizontal numbers are; null hides them.</param>
    /// <param name="yLabel">What the vertical numbers are; null hides the label.</param>
    public static Panel Add(Sheet sheet, SKRect data, (double From, double To) x, (double Bottom, double Top) y, string? xLabel, string? yLabel)
    {
        Panel panel = new(sheet, data, x, y);
        double[] levels = NiceNumbers.Ticks(Math.Min(y.Bottom, y.Top), Math.Max(y.Bottom, y.Top), Math.Max(2, (int)(data.Height / 40)));
        panel.Add(new LevelLines(levels, Palette.Grid));
        panel.TicksX(xLabel);
        panel.TicksY(levels, NiceNumbers.Format(levels), yLabel, distance: 52);
        return panel;
    }

    /// <summary>Ends of an axis that hold all of <paramref name="values"/> and a little more; (0, 1) if there are none.</summary>
    public static (double From, double To) Around(IEnumerable<double> values, bool fromZero = true)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return (0, 1);
        double low = fromZero ? Math.Min(0, finite.Min()) : finite.Min(), high = fromZero ? Math.Max(0, finite.Max()) : finite.Max();
        double margin = high > low ? 0.06 * (high - low) : 0.5;
        return (low < 0 || !fromZero ? low - margin : 0, high + margin);
    }

    /// <summary>The axis that <paramref name="usual"/> names, longer where one of <paramref name="values"/> lies outside.</summary>
    public static (double From, double To) Widened((double From, double To) usual, IEnumerable<double> values)
    {
        double[] outside = [.. values.Where(value => double.IsFinite(value) && (value < usual.From || value > usual.To))];
        if (outside.Length == 0) return usual;
        double low = Math.Min(usual.From, outside.Min()), high = Math.Max(usual.To, outside.Max()), margin = 0.06 * (high - low);
        return (low < usual.From ? low - margin : low, high > usual.To ? high + margin : high);
    }

    /// <summary>A heading above a panel.</summary>
    public static void Heading(Sheet sheet, SKRect data, string text) =>
        sheet.Add(canvas => canvas.Write(text, data.Left, data.Top - 10, 13, Palette.Ink, bold: true));
}
