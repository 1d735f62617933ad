using System.Globalization;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>A row for each coupling that is off, a column for each measure; a cell is the darker, the farther it is from the intact animal's.</summary>
internal static class ContributionPicture
{
    private const float Left = 246, Top = 154, CellWidth = 64, CellHeight = 27, TaskGap = 18, CordGap = 44;

    public static Sheet Draw(IReadOnlyList<ContributionRow> rows)
    {
        IReadOnlyList<ContributionMeasure> measures = ContributionMeasure.All;
        float[] x = [.. measures.Select((measure, k) => Left + k * CellWidth + TaskGap * measures.Take(k + 1).Select(one => one.Task).Distinct().Count() - TaskGap)];
        Sheet sheet = new(x[^1] + CellWidth + 24, Top + rows.Count * CellHeight + CordGap + 30);
        sheet.Title("What each coupling contributes", "Medians of the seeds. Orange: less than in the intact animal of the same cord; violet: more; white: the same.");
        foreach (var task in measures.Select((measure, k) => (measure, k)).GroupBy(one => one.measure.Task))
        {
            float middle = (x[task.First().k] + x[task.Last().k] + CellWidth) / 2;
            string[] words = task.Count() > 1 ? [task.Key.Name] : Lines(task.Key.Name);
            sheet.Add(canvas =>
            {
                for (int line = 0; line < words.Length; line++)
                    canvas.Write(words[line], middle, Top - 46 - 15 * (words.Length - 1 - line), task.Count() > 1 ? 13 : 11.5f, Palette.Ink, SKTextAlign.Center, bold: true);
            });
        }
        for (int k = 0; k < measures.Count; k++)
        {
            string[] header = measures[k].Header.Split('\n');
            float middle = x[k] + CellWidth / 2;
            sheet.Add(canvas =>
            {
                for (int line = 0; line < header.Length; line++) canvas.Write(header[line], middle, Top - 9 - 14 * (header.Length - 1 - line), 11.5f, Palette.Text, SKTextAlign.Center);
            });
        }
        float y = Top;
        foreach (var cord in rows.GroupBy(row => row.Cord))
        {
            foreach (ContributionRow row in cord)
            {
                AddRow(sheet, row, cord.First(), x, y);
                y += CellHeight;
            }
            if (cord.Key == rows[0].Cord) y += CordGap;
        }
        sheet.Add(canvas => canvas.Write(rows[0].Cord, 24, Top - 9, 13, Palette.Ink, bold: true));
        sheet.Add(canvas => canvas.Write(rows[^1].Cord, 24, Top + rows.Count(row => row.Cord == rows[0].Cord) * CellHeight + CordGap - 9, 13, Palette.Ink, bold: true));
        return sheet;
    }

    /// <summary>"told to swim on land" in two lines.</summary>
    private static string[] Lines(string name)
    {
        string[] words = name.Split(' ');
        return [string.Join(' ', words[..^2]), string.Join(' ', words[^2..])];
    }

    private static void AddRow(Sheet sheet, ContributionRow row, ContributionRow intact, float[] x, float y) => sheet.Add(canvas =>
    {
        canvas.Write(row.Change, Left - 14, y + 18, 12.5f, Palette.Text, SKTextAlign.Right, bold: row == intact);
        using SKPaint paint = new();
        for (int k = 0; k < x.Length; k++)
        {
            ContributionMeasure measure = ContributionMeasure.All[k];
            double now = measure.Of(row), before = measure.Of(intact), scale = measure.Scale > 0 ? measure.Scale : Math.Abs(before);
            double share = double.IsFinite(now) && double.IsFinite(before) && scale > 0 ? Math.Clamp((now - before) / scale, -1, 1) : 0;
            paint.Color = Palette.Bend(share * 0.85);
            canvas.DrawRect(SKRect.Create(x[k] + 1, y + 1, CellWidth - 2, CellHeight - 2), paint);
            string text = double.IsFinite(now) ? now.ToString(measure.Format, CultureInfo.InvariantCulture) : "–";
            canvas.Write(text, x[k] + CellWidth / 2, y + 18, 12, Math.Abs(share) > 0.7 ? Palette.Paper : Palette.Ink, SKTextAlign.Center);
        }
    });
}
