using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Trunk bending over joints and a stretch of time.</summary>
internal static class KymographPanel
{
    /// <summary>Room for the color bar at the right of a panel, px.</summary>
    public const float BarRoom = 90;

    private const float LabelSpacing = 16;

    /// <summary>Adds one to the sheet; colours end at a bend of <paramref name="largest"/>, rad.</summary>
    public static void Add(Sheet sheet, SKRect data, RecordedRun run, TimeWindow window, double largest,
        bool bar = true, bool labelled = true, string? time = "time, s")
    {
        int joints = run.Trajectory.Segments - 1;
        Panel panel = new(sheet, data, (window.From, window.To), (joints, 0));
        panel.HideFrame();
        panel.Add(new BendMap(run, window, largest));
        panel.Add(new PhaseEdges(run, Palette.Muted));
        panel.TicksX(time);
        if (bar) ColorBar.Add(sheet, data, largest);
        if (!labelled) return;
        double[] numbers = NiceNumbers.Ticks(0, joints - 1, (int)Math.Max(1, data.Height / LabelSpacing));
        double[] ticks = [.. numbers.Where(number => number == Math.Floor(number)).Select(number => number + 0.5)];
        string label = Lettering.First(13, data.Height + 8, "trunk joint, head 0", "trunk joint", "joint");
        panel.TicksY(ticks, place => NiceNumbers.Text(place - 0.5), label);
    }
}
