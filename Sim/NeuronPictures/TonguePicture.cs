using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The Arnold tongue: phase coherence over the strength and the period of the pulses.</summary>
internal static class TonguePicture
{
    private const float PanelHeight = 330, Spacing = 424;

    public static Sheet Draw(SingleUnit unit, IReadOnlyList<Entrainment> entrainments)
    {
        int[] widths = [.. entrainments.Select(one => one.WidthMilliseconds).Distinct()];
        double[] ratios = [.. entrainments.Select(one => one.PeriodRatio).Distinct()], strengths = [.. entrainments.Select(one => one.Strength).Distinct()];
        double dx = Half(ratios), dy = Half(strengths);
        Sheet sheet = new(760, 112 + widths.Length * Spacing);
        sheet.Title($"{NeuronStudyPictures.Name(unit)}: entrainment by pulses", "Phase coherence: 1 if every burst comes at the same phase of the pulses.");
        for (int w = 0; w < widths.Length; w++)
        {
            SKRect data = SKRect.Create(84, 112 + w * Spacing, 540, PanelHeight);
            Panel panel = new(sheet, data, (ratios[0] - dx, ratios[^1] + dx), (strengths[0] - dy, strengths[^1] + dy));
            panel.Add(new Blocks([.. entrainments.Where(one => one.WidthMilliseconds == widths[w]).Select(one =>
                new Block(one.PeriodRatio - dx, one.PeriodRatio + dx, one.Strength - dy, one.Strength + dy, NeuronPalette.Share(one.Coherence)))]));
            panel.TicksX("period of the pulses over the neuron's own");
            double[] ticks = NiceNumbers.Ticks(strengths[0], strengths[^1], 8);
            panel.TicksY(ticks, NiceNumbers.Format(ticks), "strength of the pulses", distance: 52);
            Chart.Heading(sheet, data, $"pulses of {widths[w]} ms");
            ScaleColumn.Add(sheet, data, "phase coherence", 0, 1, NeuronPalette.Share);
        }
        return sheet;
    }

    private static double Half(double[] grid) => grid.Length > 1 ? (grid[1] - grid[0]) / 2 : 0.5;
}
