using System.Globalization;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Sweeps;

/// <summary>A map over two columns, a panel for each value of a third: numbers by their mean, words by the most frequent one, paler where it is not the only one.</summary>
internal static class MapPicture
{
    private const float Top = 136, LargestCell = 44, Widest = 520, Highest = 420, ScaleRoom = 96, Gap = 32, LeastLeft = 84, MostLeft = 300, Down = 92, TextSize = 11, LeastForText = 27;
    private const int Across = 2;

    public static Sheet Draw(PictureData data)
    {
        float cell = Math.Min(LargestCell, Math.Min(Widest / Math.Max(1, data.Xs.Count), Highest / Math.Max(1, data.Ys.Count)));
        float wide = Math.Max(200, cell * data.Xs.Count), high = Math.Max(60, Math.Min(cell, 32) * data.Ys.Count);
        int panels = Math.Max(1, data.Bys.Count), columns = Math.Min(Across, panels), rows = (panels + columns - 1) / columns;
        float left = Math.Clamp(58 + data.Ys.Max(y => Lettering.Width(Label(y), 12)), LeastLeft, MostLeft), across = left + wide + Gap;
        Sheet sheet = new(Math.Max(720, columns * across + ScaleRoom), Top + rows * high + (rows - 1) * Down + 64);
        (double From, double To) ends = Ends(data);
        sheet.Title(Title(data), Subtitle(data));
        if (data.IsWord) Key.Add(sheet, LeastLeft, 88, [.. data.Words.Select((word, k) => new KeyEntry(SweepColors.Text(word), SweepColors.Of(word, k), MarkKind.Patch))]);
        for (int k = 0; k < data.Bys.Count; k++)
        {
            SKRect area = SKRect.Create(left + k % columns * across, Top + k / columns * (high + Down), wide, high);
            Add(sheet, data, data.Bys[k], area, left - 18, ends);
            bool last = k % columns == columns - 1 || k == panels - 1;
            if (!data.IsWord && last) ScaleColumn.Add(sheet, area, data.Picture.Show, ends.From, ends.To, SweepColors.Of);
        }
        return sheet;
    }

    private static string Title(PictureData data) => data.Picture.Title.Length > 0 ? data.Picture.Title : $"{data.Picture.Show} over {data.Picture.X} and {data.Picture.Y}";

    private static string Subtitle(PictureData data)
    {
        string what = data.IsWord ? "the most frequent of a place's cases, paler where others occur" : data.IsShare ? "share of a place's cases" : "mean of a place's cases";
        return $"{data.Picture.Show}: {what}; {data.Rows} cases{(data.Picture.Where.Length > 0 ? $", where {data.Picture.Where}" : "")}.";
    }

    private static (double From, double To) Ends(PictureData data)
    {
        if (data.IsShare) return (0, 1);
        double[] means = [.. data.Bys.SelectMany(by => data.Ys.SelectMany(y => data.Xs.Select(x => Mean(data.Numbers(by, y, x))))).Where(double.IsFinite)];
        if (means.Length == 0) return (0, 1);
        double low = means.Min(), high = means.Max(), grain = Math.Pow(10, Math.Floor(Math.Log10(high > low ? high - low : 1)) - 1);
        return (Math.Floor(low / grain) * grain, high > low ? Math.Ceiling(high / grain) * grain : low + 1);
    }

    private static double Mean(IReadOnlyList<double> numbers) => numbers.Count == 0 ? double.NaN : numbers.Average();

    private static void Add(Sheet sheet, PictureData data, string by, SKRect area, float distance, (double From, double To) ends)
    {
        if (data.Picture.By is { } name) Chart.Heading(sheet, area, $"{name}: {by}");
        Panel panel = new(sheet, area, (-0.5, data.Xs.Count - 0.5), (-0.5, data.Ys.Count - 0.5));
        float wide = area.Width / data.Xs.Count, high = area.Height / data.Ys.Count;
        List<Block> blocks = [];
        List<(string Text, float X, float Y, SKColor Color)> texts = [];
        for (int r = 0; r < data.Ys.Count; r++)
        {
            for (int c = 0; c < data.Xs.Count; c++)
            {
                if (Shown(data, by, data.Ys[r], data.Xs[c], ends) is not var (color, text)) continue;
                blocks.Add(new Block(c - 0.48, c + 0.48, r - 0.47, r + 0.47, color));
                if (wide >= LeastForText && text.Length > 0) texts.Add((text, area.Left + (c + 0.5f) * wide, area.Bottom - (r + 0.5f) * high + 4, SweepColors.On(color)));
            }
        }
        panel.Add(new Blocks(blocks));
        panel.TicksX(Ticks(data.Xs.Count, area.Width / 44), k => Label(data.Xs[(int)Math.Round(k)]), data.Picture.X);
        panel.TicksY(Ticks(data.Ys.Count, area.Height / 18), k => Lettering.Fit(Label(data.Ys[(int)Math.Round(k)]), 12, MostLeft - 58), data.Picture.Y, distance);
        sheet.Add(canvas =>
        {
            foreach ((string text, float x, float y, SKColor color) in texts) canvas.Write(text, x, y, TextSize, color, SKTextAlign.Center);
        });
    }

    private static (SKColor Color, string Text)? Shown(PictureData data, string by, string y, string x, (double From, double To) ends)
    {
        if (data.IsWord)
        {
            if (data.Word(by, y, x) is not var (word, share)) return null;
            SKColor color = SweepColors.Of(word, data.Words.ToList().IndexOf(word));
            return (Palette.Mix(Palette.Paper, color, 0.35 + 0.65 * share), share < 1 ? $"{100 * share:0} %" : "");
        }
        double mean = Mean(data.Numbers(by, y, x));
        if (!double.IsFinite(mean)) return null;
        return (SweepColors.Of((mean - ends.From) / (ends.To - ends.From)), data.IsShare ? $"{100 * mean:0} %" : mean.ToString(Math.Abs(mean) >= 100 ? "0" : Math.Abs(mean) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture));
    }

    private static double[] Ticks(int count, float room)
    {
        int step = Math.Max(1, (int)Math.Ceiling(count / Math.Max(1, room)));
        return [.. Enumerable.Range(0, count).Where(k => k % step == 0).Select(k => (double)k)];
    }

    /// <summary>Numbers to three digits; words as they are.</summary>
    private static string Label(string value) => double.TryParse(value, CultureInfo.InvariantCulture, out double number) ? number.ToString("G3", CultureInfo.InvariantCulture) : value;
}
