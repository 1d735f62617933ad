using Locomotion.Controller.Circuits;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The three neurons of the pyloric rhythm at four temperatures: three seconds, from just before PD's first burst.</summary>
internal static class PyloricTracesPicture
{
    private const double Seconds = 3, Before = 0.1;
    private const float RowHeight = 34, Spacing = 150;

    public static Sheet Draw(ulong seed, Settings? settings)
    {
        double[] temperatures = [10, 15, 20, 25];
        Sheet sheet = new(1000, 112 + temperatures.Length * Spacing + 20);
        sheet.Title("Pyloric rhythm: firing rates", "PD, LP and PY fire in turn; warmth quickens the rhythm and leaves its phases.");
        for (int t = 0; t < temperatures.Length; t++)
        {
            CircuitTrace trace = PyloricStudy.Trace(temperatures[t], seed, settings);
            int first = Math.Max(0, Array.FindIndex(trace["PD"], rate => rate > 0) - (int)(Before / trace.Dt));
            int samples = Math.Min((int)(Seconds / trace.Dt) + 1, trace.Samples - first);
            double[] time = [.. Enumerable.Range(0, samples).Select(k => k * trace.Dt)];
            for (int n = 0; n < Pyloric.Neurons.Count; n++)
            {
                string neuron = Pyloric.Neurons[n];
                SKRect data = SKRect.Create(84, 112 + t * Spacing + n * RowHeight, 892, RowHeight);
                Panel panel = new(sheet, data, (0, Seconds), (-0.08, 1.15));
                panel.HideFrame();
                double[] rate = trace[neuron][first..(first + samples)];
                panel.Add(new Band(time, new double[samples], rate, SeriesPalette.Series(n)));
                panel.Add(new Curve(time, rate, SeriesPalette.Series(n), 1.6f));
                panel.TicksX(n == 2 && t == temperatures.Length - 1 ? "time, s" : null);
                sheet.Add(canvas => canvas.Write(neuron, data.Left - 10, data.Bottom - 8, 12, Palette.Text, SKTextAlign.Right));
            }
            Chart.Heading(sheet, SKRect.Create(84, 112 + t * Spacing, 892, 1), $"{temperatures[t]} °C");
        }
        return sheet;
    }
}
