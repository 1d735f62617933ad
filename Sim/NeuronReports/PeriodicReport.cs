using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>Phase coherence under periodic pulses. Of it only a picture was published, so there is nothing to put beside it.</summary>
internal static class PeriodicReport
{
    public static StudyReport Run(StudyOptions options)
    {
        SingleUnit unit = options.Unit;
        IReadOnlyList<int> widths = PulseStudy.Widths(unit);
        IReadOnlyList<double> strengths = ConstantStudy.Strengths(unit);
        int all = widths.Count * strengths.Count * PeriodicStudy.PeriodRatios.Count, done = 0;
        IReadOnlyList<Entrainment> entrainments = PeriodicStudy.Run(unit, widths, strengths,
            () => options.Progress((double)Interlocked.Increment(ref done) / all)) ?? throw PulseReport.NoRhythm("periodic");
        string model = unit.Model.ToString().ToLowerInvariant();
        return new([.. widths.Select(width => Map(model, width, entrainments)), Every(model, entrainments)],
            folder => NeuronStudyPictures.Periodic(unit, entrainments, folder));
    }

    private static ReportTable Map(string model, int width, IReadOnlyList<Entrainment> entrainments)
    {
        ReportTable table = new($"periodic-{model}-{width}ms", $"Phase coherence, pulses of {width} ms, {model} neuron; columns: period over the neuron's own",
        [
            new("strength", "strength", "0.00"),
            .. PeriodicStudy.PeriodRatios.Select(ratio => new ReportColumn(FormattableString.Invariant($"ratio_{ratio:0.00}"), FormattableString.Invariant($"{ratio:0.00}"), "0.00")),
        ])
        { Note = "Published as a picture only." };
        foreach (var row in entrainments.Where(entrainment => entrainment.WidthMilliseconds == width).GroupBy(entrainment => entrainment.Strength))
            table.Add([row.Key, .. row.Select(entrainment => (object)entrainment.Coherence)]);
        return table;
    }

    private static ReportTable Every(string model, IReadOnlyList<Entrainment> entrainments)
    {
        ReportTable table = new($"periodic-{model}", "",
            [new("width_ms", ""), new("strength", ""), new("period_ratio", ""), new("coherence", ""), new("mean_phase", "")]);
        foreach (Entrainment entrainment in entrainments)
        {
            table.Add((double)entrainment.WidthMilliseconds, entrainment.Strength, entrainment.PeriodRatio, entrainment.Coherence,
                (entrainment.Order.Phase / Math.Tau + 1) % 1);
        }
        return table;
    }
}
