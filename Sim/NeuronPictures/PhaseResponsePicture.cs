using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>By how much a pulse shifts the next burst, against the phase at which it came, a line for each strength.</summary>
internal static class PhaseResponsePicture
{
    private const float PanelHeight = 300, Spacing = 390;

    public static Sheet Draw(SingleUnit unit, PhaseResponseCurve curve)
    {
        int[] widths = [.. curve.Responses.Select(response => response.WidthMilliseconds).Distinct()];
        double strongest = curve.Responses.Select(response => Math.Abs(response.Strength))
            .Where(strength => strength > 0).DefaultIfEmpty(1).Max();
        Sheet sheet = new(980, 112 + widths.Length * Spacing);
        sheet.Title($"{NeuronStudyPictures.Name(unit)}: phase response",
            $"Shift of the next burst, shares of the undisturbed cycle of {curve.Baseline.Period} ms: above 0 later, below 0 earlier. Upright line: the burst ends.");
        for (int w = 0; w < widths.Length; w++)
        {
            SKRect data = SKRect.Create(84, 112 + w * Spacing, 740, PanelHeight);
            (double Bottom, double Top) axis = Chart.Around(curve.Responses.Select(response => response.Shift ?? double.NaN));
            Panel panel = Chart.Add(sheet, data, (0, 1), axis, "phase of the pulse's start, cycles", "shift, cycles");
            Chart.Heading(sheet, data, $"pulses of {widths[w]} ms");
            panel.Add(new Curve([curve.Baseline.Duty, curve.Baseline.Duty], [axis.Bottom, axis.Top], Palette.Hairline, 1.5f));
            foreach (var line in curve.Responses.Where(response => response.WidthMilliseconds == widths[w]).GroupBy(response => response.Strength))
            {
                panel.Add(new Curve([.. line.Select(response => response.Phase)], [.. line.Select(response => response.Shift ?? double.NaN)],
                    NeuronPalette.Strength(line.Key / strongest), 1.6f));
            }
            ScaleColumn.Add(sheet, data, "strength", -strongest, strongest, share => NeuronPalette.Strength(2 * share - 1));
        }
        return sheet;
    }
}
