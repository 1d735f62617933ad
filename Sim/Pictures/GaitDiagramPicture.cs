using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The gait diagram: a short run as it is; a longer one whole and, below, a stretch from the middle of each phase.</summary>
internal static class GaitDiagramPicture
{
    private const float Width = 1200, Right = 24, Top = 118;

    /// <summary>Draws it.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        float height = Math.Clamp(14 * run.Trajectory.Segments, 160, 300);
        ZoomColumns zooms = new(run, Width, Right);
        Sheet sheet = new(Width, Top + height + 60 + zooms.Height(height));
        sheet.Title($"{run.Scenario.Name}: gait diagram", run.Scenario.Description);
        GaitKey.AddLine(sheet, run, Width - Right, 82);
        SKRect strip = zooms.Strip(Top, height);
        PhaseRibbon.Add(sheet, run, strip, run.Whole);
        GaitPanel.Add(sheet, strip, run, run.Whole);
        zooms.Add(sheet, strip.Bottom, height, (data, window, first) => GaitPanel.Add(sheet, data, run, window, labelled: first));
        return sheet;
    }
}
