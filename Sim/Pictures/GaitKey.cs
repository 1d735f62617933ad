using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>What the marks of a gait diagram mean, as far as they occur in a run.</summary>
internal static class GaitKey
{
    private const float Size = 12, Box = 22, Gap = 6;

    /// <summary>Adds it as a line that ends at (<paramref name="right"/>, <paramref name="y"/>).</summary>
    public static void AddLine(Sheet sheet, RecordedRun run, float right, float y) => sheet.Add(canvas =>
    {
        float end = right;
        foreach (Mark mark in Marks(run).Reverse())
        {
            float left = end - Lettering.Width(mark.Meaning, Size) - Gap - Box;
            Draw(canvas, left, y, mark);
            end = left - 18;
        }
    });

    /// <summary>Adds it as a column from (<paramref name="left"/>, <paramref name="y"/>) down.</summary>
    public static void AddDown(Sheet sheet, RecordedRun run, float left, float y) => sheet.Add(canvas =>
    {
        float row = y;
        foreach (Mark mark in Marks(run))
        {
            Draw(canvas, left, row, mark);
            row += 20;
        }
    });

    private static void Draw(SKCanvas canvas, float left, float y, Mark mark)
    {
        SKRect box = SKRect.Create(left, y - 5, Box, 10);
        using SKPaint paint = new() { IsAntialias = true, Color = mark.Back };
        canvas.DrawRect(box, paint);
        paint.Color = mark.Front;
        canvas.DrawRect(new SKRect(box.Left, y - mark.Thickness / 2, box.Right, y + mark.Thickness / 2), paint);
        canvas.Write(mark.Meaning, box.Right + Gap, y + 4.3f, Size, Palette.Muted);
    }

    private static IEnumerable<Mark> Marks(RecordedRun run)
    {
        yield return new Mark("stance", Palette.Row, Palette.Ink, 7);
        if (Occurs(run, SegmentSignal.Wetness)) yield return new Mark("in water", Palette.Wet, Palette.Wet, 0);
        if (Occurs(run, SegmentSignal.Fold)) yield return new Mark("folded", Palette.Row, Palette.Folded, 1.2f);
    }

    private static bool Occurs(RecordedRun run, SegmentSignal signal) => Enumerable.Range(0, run.Trajectory.Segments)
        .Any(i => Spell.Of(run, i, signal, StanceBars.Half, run.Whole).Any());

    private readonly record struct Mark(string Meaning, SKColor Back, SKColor Front, float Thickness);
}
