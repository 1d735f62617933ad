using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using MathNet.Numerics.Statistics;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Stepping frequency on both sides of a cut, wherever it lies.</summary>
internal static class CutPicture
{
    private const float Left = 84, PanelWidth = 330, PanelHeight = 230, Between = 96, Top = 136, Below = 92;

    public static Sheet Draw(IReadOnlyList<CutRow> cuts)
    {
        Sheet sheet = new(Left + 2 * PanelWidth + Between + 36, Top + 3 * PanelHeight + 2 * Below + 66);
        sheet.Title("The cord cut at every place", "Frequency of the legs, median of the seeds; in water that of the trunk ahead of the cut. Behind the cut nothing arrives from the head.");
        Key.Add(sheet, Left, 92, new KeyEntry("ahead of the cut", SeriesPalette.First, MarkKind.Dot), new KeyEntry("the same segments, intact", SeriesPalette.First, MarkKind.Circle), new KeyEntry("behind the cut", SeriesPalette.Second, MarkKind.Dot));
        for (int column = 0; column < 2; column++)
        {
            Oscillator oscillator = column == 0 ? Oscillator.Phase : Oscillator.Bursting;
            for (int row = 0; row < LesionCondition.All.Count; row++)
            {
                LesionCondition condition = LesionCondition.All[row];
                CutRow[] rows = [.. cuts.Where(cut => cut.Oscillator == oscillator && cut.Condition == condition)];
                if (rows.Length == 0) continue;
                SKRect place = SKRect.Create(Left + column * (PanelWidth + Between), Top + row * (PanelHeight + Below), PanelWidth, PanelHeight);
                Chart.Heading(sheet, place, $"{Trial.Name(oscillator)}: {condition.Name}");
                Panel panel = Chart.Add(sheet, place, (2, 19), (-0.2, 6.8), row == 2 ? "segments ahead of the cut" : null, column == 0 ? "frequency, Hz" : null);
                double[] x = [.. rows.Select(cut => (double)cut.AheadCount)];
                Func<PartGait, double> shown = condition.InWater ? gait => gait.TrunkFrequency : gait => gait.Frequency;
                panel.Add(new Marks(x, [.. rows.Select(cut => cut.Intact.Select(shown).Median())], SeriesPalette.First, MarkKind.Circle, 6));
                panel.Add(new Marks(x, [.. rows.Select(cut => cut.Ahead.Select(shown).Median())], SeriesPalette.First, MarkKind.Dot));
                panel.Add(new Marks(x, [.. rows.Select(cut => cut.Behind.Select(gait => gait.Frequency).Median())], SeriesPalette.Second, MarkKind.Dot));
            }
        }
        return sheet;
    }
}
