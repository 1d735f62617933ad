using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>Firing rate and adaptation over time at a few constant inputs, from silence to tonic firing.</summary>
internal static class TracesPicture
{
    private const int Milliseconds = 3000, RowHeight = 92, Gap = 34;

    public static Sheet Draw(SingleUnit unit, IReadOnlyList<ConstantResponse> responses)
    {
        ConstantResponse[] shown = [.. new[] { -0.6, -0.3, 0, 0.3, 0.7 }
            .Select(strength => responses.MinBy(response => Math.Abs(response.Strength - strength * unit.StrengthUnit))!)];
        Sheet sheet = new(900, 110 + shown.Length * (RowHeight + Gap) + 46);
        sheet.Title($"{NeuronStudyPictures.Name(unit)}: firing at constant input", "The first three seconds.");
        Key.Add(sheet, 84, 88, new KeyEntry("firing rate y", SeriesPalette.First), new KeyEntry("adaptation a", SeriesPalette.Second));
        double[] time = [.. Enumerable.Range(0, Milliseconds + 1).Select(k => k / 1000.0)];
        for (int k = 0; k < shown.Length; k++)
        {
            SKRect data = SKRect.Create(84, 124 + k * (RowHeight + Gap), 792, RowHeight);
            (double, double) axis = Chart.Widened((-0.05, 1.05),
                shown[k].Trace.Rate[..time.Length].Concat(shown[k].Trace.Adaptation[..time.Length]));
            Panel panel = Chart.Add(sheet, data, (0, Milliseconds / 1000.0), axis, k == shown.Length - 1 ? "time, s" : null, null);
            panel.Add(new Curve(time, shown[k].Trace.Adaptation[..time.Length], SeriesPalette.Second, 1.2f));
            panel.Add(new Curve(time, shown[k].Trace.Rate[..time.Length], SeriesPalette.First));
            Chart.Heading(sheet, data, $"input {NeuronStudyPictures.Number(shown[k].Strength)}: {shown[k].Mode.ToString().ToLowerInvariant()}");
        }
        return sheet;
    }
}
