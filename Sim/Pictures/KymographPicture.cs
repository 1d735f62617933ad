using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The kymograph: a short run as it is; a longer one whole and, below, a stretch from the middle of each phase.</summary>
internal static class KymographPicture
{
    private const float Width = 1200;

    /// <summary>Draws it.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        double largest = BendMap.Largest(run);
        float height = Math.Clamp(12 * run.Trajectory.Segments, 130, 240);
        ZoomColumns zooms = new(run, Width, KymographPanel.BarRoom + 10);
        Sheet sheet = new(Width, 100 + height + 60 + zooms.Height(height));
        sheet.Title($"{run.Scenario.Name}: trunk bending", run.Scenario.Description);
        SKRect strip = zooms.Strip(100, height);
        PhaseRibbon.Add(sheet, run, strip, run.Whole);
        KymographPanel.Add(sheet, strip, run, run.Whole, largest);
        zooms.Add(sheet, strip.Bottom, height, (data, window, first) =>
            KymographPanel.Add(sheet, data, run, window, largest, bar: false, labelled: first));
        return sheet;
    }
}
