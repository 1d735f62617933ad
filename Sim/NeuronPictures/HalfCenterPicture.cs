using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The two neurons of each half-center: one upwards, the other downwards.</summary>
internal static class HalfCenterPicture
{
    private const float Height = 110, Spacing = 190;

    public static Sheet Draw(IReadOnlyList<HalfCenterRun> runs)
    {
        Sheet sheet = new(1000, 112 + runs.Count * Spacing);
        sheet.Title("Half-centers", "Two neurons that inhibit each other take turns.");
        Key.Add(sheet, 84, 88, new KeyEntry("flexor, upwards", SeriesPalette.First), new KeyEntry("extensor, downwards", SeriesPalette.Second));
        for (int k = 0; k < runs.Count; k++)
        {
            CircuitTrace trace = runs[k].Trace;
            SKRect data = SKRect.Create(84, 130 + k * Spacing, 892, Height);
            double[] time = [.. Enumerable.Range(0, trace.Samples).Select(sample => sample * trace.Dt)], zero = new double[trace.Samples];
            double[] down = [.. trace["extensor"].Select(rate => -rate)];
            (double, double) axis = Chart.Widened((-1.1, 1.1), [.. trace["flexor"], .. down]);
            Panel panel = Chart.Add(sheet, data, (0, time[^1]), axis, "time, s", "rate");
            panel.TicksY([-1, 0, 1], tick => NiceNumbers.Text(Math.Abs(tick)), null);
            panel.Add(new Band(time, zero, trace["flexor"], SeriesPalette.First));
            panel.Add(new Band(time, zero, down, SeriesPalette.Second));
            panel.Add(new Curve(time, trace["flexor"], SeriesPalette.First, 1.6f));
            panel.Add(new Curve(time, down, SeriesPalette.Second, 1.6f));
            Chart.Heading(sheet, data, FormattableString.Invariant($"{runs[k].Name}, steps of {trace.Dt * 1000:0} ms"));
        }
        return sheet;
    }
}
