using Locomotion.Controller.Circuits;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>Frequency, duty and phases of the pyloric rhythm against temperature, beside the published table.</summary>
internal static class PyloricPhasesPicture
{
    public static Sheet Draw(IReadOnlyList<PyloricRow> rows)
    {
        Sheet sheet = new(1200, 480);
        sheet.Title("Pyloric rhythm against temperature", "Lines: mean of ours; tint: one deviation between seeds; circles: published.");
        Key.Add(sheet, 84, 88, [.. Pyloric.Neurons.Select((name, k) => new KeyEntry(name, SeriesPalette.Series(k))), new("published", Palette.Ink, MarkKind.Circle)]);
        double[] celsius = [.. rows.Select(row => row.Celsius)], publishedCelsius = Column("celsius");
        (double From, double To) across = (celsius.Concat(publishedCelsius).Min() - 0.5, celsius.Concat(publishedCelsius).Max() + 0.5);
        (string Label, (double, double) Axis, (string Column, Func<PyloricTiming, Spread> Of)[] Figures)[] panels =
        [
            ("frequency, Hz", (0, 3.5), [("frequency_hz", timing => timing.Frequency)]),
            ("duty, share of PD's period", (0.15, 0.35), [("duty", timing => timing.Duty)]),
            ("burst's start and end, phase of PD's cycle", (-0.05, 1.1), [("phase_on", timing => timing.PhaseOn), ("phase_off", timing => timing.PhaseOff)]),
        ];
        for (int p = 0; p < panels.Length; p++)
        {
            SKRect data = SKRect.Create(84 + p * 384, 116, 316, 300);
            IEnumerable<Spread> all = rows.SelectMany(row => row.Timings)
                .SelectMany(timing => panels[p].Figures.Select(figure => figure.Of(timing)));
            (double, double) axis = Chart.Widened(panels[p].Axis,
                all.SelectMany(one => new[] { one.Mean - one.Deviation, one.Mean + one.Deviation }));
            Panel panel = Chart.Add(sheet, data, across, axis, "temperature, °C", panels[p].Label);
            foreach ((string column, Func<PyloricTiming, Spread> of) in panels[p].Figures)
            {
                for (int n = 0; n < Pyloric.Neurons.Count; n++)
                {
                    int neuron = n;
                    Spread[] ours = [.. rows.Select(row => of(row.Timings[neuron]))];
                    panel.Add(new Band(celsius, [.. ours.Select(one => one.Mean - one.Deviation)], [.. ours.Select(one => one.Mean + one.Deviation)], SeriesPalette.Series(n)));
                    panel.Add(new Curve(celsius, [.. ours.Select(one => one.Mean)], SeriesPalette.Series(n)));
                    panel.Add(new Marks(publishedCelsius, Column($"{Pyloric.Neurons[neuron]}_{column}"), SeriesPalette.Series(n), MarkKind.Circle));
                }
            }
        }
        return sheet;
    }

    private static double[] Column(string name) =>
        [.. Enumerable.Range(0, ReferenceTable.Pyloric.Rows.Count).Select(row => ReferenceTable.Pyloric[row, name] ?? double.NaN)];
}
