using System.Globalization;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Sweeps;

/// <summary>Curves over one column, one for each value of another: medians with the band from the first to the ninth decile; of conditions, the share that is true.</summary>
internal static class CurvePicture
{
    private const float Left = 84, Top = 128, Width = 620, Height = 320;

    public static Sheet Draw(PictureData data)
    {
        Sheet sheet = new(Left + Width + 40, Top + Height + 60);
        string spread = data.IsShare ? "share of the cases at a place" : "medians and the band of 80 % of the cases at a place";
        sheet.Title(data.Picture.Title.Length > 0 ? data.Picture.Title : $"{data.Picture.Show} over {data.Picture.X}",
            $"{spread}; {data.Rows} cases{(data.Picture.Where.Length > 0 ? $", where {data.Picture.Where}" : "")}.");
        double[] x = Places(data.Xs);
        Line[] lines = [.. data.Bys.Select(by => new Line(data, by))];
        SKRect area = SKRect.Create(Left, Top, Width, Height);
        var y = data.IsShare ? (0, 1.02) : Chart.Around(lines.SelectMany(line => line.Low.Concat(line.High)));
        Panel panel = Chart.Add(sheet, area, x.Length > 1 ? (x[0], x[^1]) : (-0.5, 0.5), y, null, data.Picture.Show);
        if (Numbers(data.Xs)) panel.TicksX(data.Picture.X);
        else panel.TicksX(x, k => data.Xs[(int)Math.Round(k)], data.Picture.X);
        for (int k = 0; k < lines.Length; k++)
        {
            SKColor color = SweepColors.Of("series", k);
            if (!data.IsShare) panel.Add(new Band(x, lines[k].Low, lines[k].High, color));
            panel.Add(new Curve(x, lines[k].Middle, color));
            panel.Add(new Marks(x, lines[k].Middle, color, MarkKind.Dot, 2.5f));
        }
        if (data.Picture.By is { } by) Key.Add(sheet, Left, 88, [.. data.Bys.Select((value, k) => new KeyEntry($"{by} {value}", SweepColors.Of("series", k)))]);
        return sheet;
    }

    private static bool Numbers(IReadOnlyList<string> values) => values.All(value => double.TryParse(value, CultureInfo.InvariantCulture, out _));

    private static double[] Places(IReadOnlyList<string> values) =>
        [.. Numbers(values) ? values.Select(value => double.Parse(value, CultureInfo.InvariantCulture)) : Enumerable.Range(0, values.Count).Select(k => (double)k)];

    /// <summary>The figures of one curve.</summary>
    private sealed class Line
    {
        public Line(PictureData data, string by)
        {
            double[][] sorted = [.. data.Xs.Select(x => data.Numbers(by, "", x).Order().ToArray())];
            Middle = [.. sorted.Select(numbers => data.IsShare ? (numbers.Length > 0 ? numbers.Average() : double.NaN) : Quantile(numbers, 0.5))];
            Low = [.. sorted.Select(numbers => Quantile(numbers, 0.1))];
            High = [.. sorted.Select(numbers => Quantile(numbers, 0.9))];
        }

        public double[] Middle { get; }

        public double[] Low { get; }

        public double[] High { get; }

        /// <summary>Straight between the numbers on both sides.</summary>
        private static double Quantile(double[] sorted, double share)
        {
            if (sorted.Length == 0) return double.NaN;
            double place = share * (sorted.Length - 1);
            int k = (int)place;
            return k + 1 < sorted.Length ? sorted[k] + (place - k) * (sorted[k + 1] - sorted[k]) : sorted[k];
        }
    }
}
