using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>The pyloric rhythm against temperature, beside the published table.</summary>
public static class PyloricReport
{
    /// <summary>Column of the published table and the figure of ours, for each figure that is compared.</summary>
    public static readonly IReadOnlyList<(string Column, Func<PyloricTiming, Spread> Of)> Figures =
    [
        ("frequency_hz", timing => timing.Frequency), ("duty", timing => timing.Duty),
        ("phase_on", timing => timing.PhaseOn), ("phase_off", timing => timing.PhaseOff),
    ];

    /// <summary>Runs the study.</summary>
    public static StudyReport Run(StudyOptions options)
    {
        int done = 0;
        IReadOnlyList<PyloricRow> rows = PyloricStudy.Run(options.Seeds, options.Seed, options.Settings,
            () => options.Progress((double)Interlocked.Increment(ref done) / PyloricStudy.Temperatures.Count));
        return new([Table(rows), Means(rows)], folder => NeuronStudyPictures.Pyloric(rows, options.Seed, options.Settings, folder));
    }

    private static ReportTable Table(IReadOnlyList<PyloricRow> rows)
    {
        ReportTable table = new("pyloric", "Pyloric rhythm: mean over seeds, its deviation, the published figure, the difference",
        [
            new("celsius", "°C"), new("neuron", "neuron"),
            .. Figures.SelectMany(figure => new ReportColumn[]
            {
                new(figure.Column, figure.Column.Replace('_', ' '), "0.000"), new($"{figure.Column}_deviation", "±", "0.000"),
                new($"{figure.Column}_published", "publ.", "0.000"), new($"{figure.Column}_difference_percent", "%", "+0.0;-0.0;0.0"),
            }),
        ]);
        for (int k = 0; k < rows.Count; k++)
        {
            foreach (PyloricTiming timing in rows[k].Timings)
            {
                List<object?> cells = [rows[k].Celsius, timing.Neuron];
                foreach ((string column, Func<PyloricTiming, Spread> of) in Figures)
                {
                    double? published = ReferenceTable.Pyloric[k, $"{timing.Neuron}_{column}"];
                    cells.AddRange([of(timing).Mean, of(timing).Deviation, published, ReportTable.Percent(of(timing).Mean, published)]);
                }
                table.Add([.. cells]);
            }
        }
        return table;
    }

    private static ReportTable Means(IReadOnlyList<PyloricRow> rows)
    {
        ReportTable table = new("pyloric-means", "Means over 10 to 25 °C", [new("figure", "figure"), new("ours", "ours", "0.0000"), new("published", "published", "0.0000"), new("difference_percent", "%", "+0.00;-0.00;0.00")])
        {
            Note = FormattableString.Invariant(
                $"Q10 of PD's frequency: {PyloricStudy.Q10(rows, 10, 20):0.000} from 10 to 20 °C, {PyloricStudy.Q10(rows, 15, 25):0.000} from 15 to 25 °C; published 2.127 and 2.117."),
        };
        for (int neuron = 0; neuron < rows[0].Timings.Count; neuron++)
        {
            foreach ((string column, Func<PyloricTiming, Spread> of) in Figures)
            {
                string name = $"{rows[0].Timings[neuron].Neuron}_{column}";
                double ours = rows.Average(row => of(row.Timings[neuron]).Mean);
                double published = Enumerable.Range(0, rows.Count).Average(k => ReferenceTable.Pyloric[k, name]!.Value);
                table.Add(name, ours, published, ReportTable.Percent(ours, published));
            }
        }
        return table;
    }
}
