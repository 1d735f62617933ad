using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Segments over time while the body crosses the shore.</summary>
internal static class ShorePicture
{
    private const float Left = 84, PanelWidth = 380, PanelHeight = 260, Across = 70, Down = 104, Top = 142;

    public static Sheet Draw(ulong seed)
    {
        Sheet sheet = new(Left + 2 * PanelWidth + Across + 36, Top + 2 * PanelHeight + Down + 66);
        sheet.Title("Over the shore", "One row for each segment, head on top; commanded to swim all along.");
        Key.Add(sheet, Left, 92, new KeyEntry("left leg stands", Palette.Ink, MarkKind.Patch), new KeyEntry("left leg swings", Palette.Grid, MarkKind.Patch),
            new KeyEntry("folded", Palette.Folded, MarkKind.Patch), new KeyEntry("water reaches half a segment's height", SeriesPalette.Second));
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 2; column++)
            {
                Oscillator oscillator = row == 0 ? Oscillator.Phase : Oscillator.Bursting;
                SKRect place = SKRect.Create(Left + column * (PanelWidth + Across), Top + row * (PanelHeight + Down), PanelWidth, PanelHeight);
                Chart.Heading(sheet, place, $"{(row == 0 ? "phase" : "bursting")}: {(column == 0 ? "into the water" : "onto land")}");
                AddCrossing(sheet, place, new ShoreCrossing(oscillator, Entering: column == 0, Decides: false, seed), column == 0);
            }
        }
        return sheet;
    }

    private static void AddCrossing(Sheet sheet, SKRect place, ShoreCrossing crossing, bool isFirst)
    {
        Trajectory run = Scene.Run(crossing.Scenario(), CancellationToken.None).Trajectory;
        int n = run.Segments;
        (double from, double to) = Shown(run, crossing.Entering);
        Panel panel = Chart.Add(sheet, place, (from, to), (n, 0), "time, s", isFirst ? "segment" : null);
        List<Block> blocks = [];
        List<double> edgeTime = [], edgeSegment = [];
        for (int i = 0; i < n; i++)
        {
            for (int k = 1; k < run.Count; k++)
            {
                if (run.Time(k - 1) < from || run.Time(k) > to) continue;
                SKColor color = run.Of(k, i, SegmentSignal.Fold) > 0.5 ? Palette.Folded : run.Of(k, i, SegmentSignal.SwingLeft) > 0 ? Palette.Grid : Palette.Ink;
                blocks.Add(new Block(run.Time(k - 1), run.Time(k), i + 0.9, i + 0.1, color));
            }
            int crossed = Enumerable.Range(1, run.Count - 1).FirstOrDefault(k => run.Of(k, i, SegmentSignal.Wetness) > 0.5 != run.Of(k - 1, i, SegmentSignal.Wetness) > 0.5);
            if (crossed == 0) continue;
            edgeTime.Add(run.Time(crossed));
            edgeSegment.Add(i + 0.5);
        }
        panel.Add(new Blocks(blocks));
        panel.Add(new Curve(edgeTime, edgeSegment, SeriesPalette.Second, 2.5f));
    }

    /// <summary>From a little before the first segment crosses the water's edge until a little after the last has.</summary>
    private static (double From, double To) Shown(Trajectory run, bool entering)
    {
        int head = Enumerable.Range(0, run.Count).FirstOrDefault(k => run.Of(k, 0, SegmentSignal.Wetness) > 0.5 == entering);
        int tail = Enumerable.Range(0, run.Count).FirstOrDefault(k => run.Of(k, run.Segments - 1, SegmentSignal.Wetness) > 0.5 == entering, run.Count - 1);
        return (Math.Max(run.Time(0), run.Time(head) - 0.4), Math.Min(run.Time(run.Count - 1), run.Time(tail) + 0.4));
    }
}
