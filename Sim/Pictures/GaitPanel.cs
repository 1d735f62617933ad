using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A gait diagram over a stretch of time.</summary>
internal static class GaitPanel
{
    private const float KeySize = 12;

    /// <summary>Adds one to the sheet.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="data">Its place.</param>
    /// <param name="run">What is shown.</param>
    /// <param name="window">When.</param>
    /// <param name="labelled">Whether rows are numbered and blocks named.</param>
    /// <param name="time">What to write below the time axis; null hides its numbers.</param>
    public static void Add(Sheet sheet, SKRect data, RecordedRun run, TimeWindow window, bool labelled = true, string? time = "time, s")
    {
        GaitRows rows = new(run.Trajectory.Segments, data.Height);
        Panel panel = new(sheet, data, (window.From, window.To), (rows.Count, 0));
        panel.HideFrame();
        panel.Add(new StanceBars(run, rows, window));
        panel.Add(new PhaseEdges(run, Palette.Muted));
        panel.TicksX(time);
        if (!labelled) return;

        (double Place, int Segment)[] labels = [.. rows.Labels()];
        panel.TicksY([.. labels.Select(label => label.Place)],
            place => labels.First(label => label.Place == place).Segment.ToString(), label: null);
        string each = rows.Step == 1 ? "" : $" (1 of {rows.Step})";
        sheet.Add(canvas =>
        {
            float half = (float)(rows.Shown / rows.Count) * data.Height;
            canvas.WriteUp("left legs" + each, data.Left - 44, data.Top + half / 2, 13, Palette.Text);
            canvas.WriteUp("right legs" + each, data.Left - 44, data.Bottom - half / 2, 13, Palette.Text);
        });
    }

    /// <summary>Adds the meaning of its marks, as far as they occur, ending at (<paramref name="right"/>, <paramref name="y"/>).</summary>
    public static void AddKey(Sheet sheet, RecordedRun run, float right, float y)
    {
        bool wet = Occurs(run, SegmentSignal.Wetness), folded = Occurs(run, SegmentSignal.Fold);
        sheet.Add(canvas =>
        {
            float x = right;
            if (folded) x = Entry(canvas, x, y, "folded", Palette.Row, Palette.Folded, 1.2f);
            if (wet) x = Entry(canvas, x, y, "under water", Palette.Wet, Palette.Wet, 0);
            Entry(canvas, x, y, "stance", Palette.Row, Palette.Ink, 7);
        });
    }

    /// <summary>Draws a sample of a mark and its meaning, ending at <paramref name="right"/>; returns where the next one ends.</summary>
    private static float Entry(SKCanvas canvas, float right, float y, string meaning, SKColor back, SKColor mark, float height)
    {
        float x = right - Lettering.Width(meaning, KeySize);
        canvas.Write(meaning, x, y + 4, KeySize, Palette.Muted);
        SKRect box = new(x - 28, y - 5, x - 6, y + 5);
        using SKPaint paint = new() { IsAntialias = true, Color = back };
        canvas.DrawRect(box, paint);
        paint.Color = mark;
        canvas.DrawRect(new SKRect(box.Left, y - height / 2, box.Right, y + height / 2), paint);
        return box.Left - 18;
    }

    private static bool Occurs(RecordedRun run, SegmentSignal signal) => Enumerable.Range(0, run.Trajectory.Segments)
        .Any(i => Spell.Of(run, i, signal, StanceBars.Half, run.Whole).Any());
}
