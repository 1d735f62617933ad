using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Stance of the left legs while animals cross the gap, one panel for each.</summary>
internal static class GapStancePicture
{
    private const float Left = 84, Width = 860, PanelHeight = 190, Spacing = 252;
    private const double Before = 0.5, After = 0.8;     // s

    public static Sheet Draw((GapRun Run, Trajectory Recorded)[] shown)
    {
        Sheet sheet = new(Left + Width + 36, 142 + shown.Length * Spacing);
        sheet.Title($"Across a gap of {GapExperiment.Compared} segments, slow", "Left legs of the phase cord, the head's above; time counts from the head over the gap's begin.");
        Key.Add(sheet, Left, 88, new KeyEntry("carries", StanceMap.Carries, MarkKind.Patch), new KeyEntry("swings", StanceMap.Swings, MarkKind.Patch),
            new KeyEntry("steps down over the gap", StanceMap.StepsIntoGap, MarkKind.Patch), new KeyEntry("swings over the gap", StanceMap.SwingsOverGap, MarkKind.Patch));
        for (int k = 0; k < shown.Length; k++)
        {
            (GapRun run, Trajectory recorded) = shown[k];
            SKRect data = SKRect.Create(Left, 138 + k * Spacing, Width, PanelHeight);
            double enters = First(recorded, sample => recorded.Of(sample, 0, SegmentSignal.X) >= run.From);
            double longest = shown.Max(one => First(one.Recorded, sample => one.Recorded.Of(sample, one.Recorded.Segments - 1, SegmentSignal.X) >= one.Run.To)
                - First(one.Recorded, sample => one.Recorded.Of(sample, 0, SegmentSignal.X) >= one.Run.From));
            double to = longest + After;
            Panel panel = new(sheet, data, (enters - Before, enters + to), (recorded.Segments, 0));
            panel.HideFrame();
            panel.Add(new StanceMap(recorded, run.From, run.To));
            double[] ticks = NiceNumbers.Ticks(-Before, to, 8);
            Func<double, string> text = NiceNumbers.Format(ticks);
            panel.TicksX([.. ticks.Select(tick => tick + enters)], time => text(Math.Round(time - enters, 6)), k == shown.Length - 1 ? "time, s" : null);
            panel.TicksY([0.5, 10.5, 20.5], place => NiceNumbers.Text(place - 0.5), "segment, head 0");
            Chart.Heading(sheet, data, run.Change.Name);
        }
        return sheet;
    }

    private static double First(Trajectory run, Predicate<int> there)
    {
        int k = 0;
        while (k < run.Count - 1 && !there(k)) k++;
        return run.Time(k);
    }
}
