using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A gait diagram over a stretch of time.</summary>
internal static class GaitPanel
{
    private const float LabelDistance = 50, LabelSize = 13;

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
            place => labels.First(label => label.Place == place).Segment is var segment and > 0 ? segment.ToString() : "head", label: null);
        string each = rows.Step == 1 ? "" : $" (1 of {rows.Step})";
        sheet.Add(canvas =>
        {
            float half = (float)(rows.Shown / rows.Count) * data.Height;
            string left = Lettering.First(LabelSize, half, "left legs" + each, "left legs", "left");
            string right = Lettering.First(LabelSize, half, "right legs" + each, "right legs", "right");
            canvas.WriteUp(left, data.Left - LabelDistance, data.Top + half / 2, LabelSize, Palette.Text);
            canvas.WriteUp(right, data.Left - LabelDistance, data.Bottom - half / 2, LabelSize, Palette.Text);
        });
    }
}
