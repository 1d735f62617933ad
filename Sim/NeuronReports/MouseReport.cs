using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>The mouse's rhythm against its command, beside the figures of the published equations and the published code's stored output.</summary>
public static class MouseReport
{
    /// <summary>Column of the reference and the figure of ours, for each figure that is compared.</summary>
    public static readonly IReadOnlyList<(string Column, Func<MouseRow, Spread> Of)> Figures =
        [("period", row => row.Period), ("flexion", row => row.Flexion), ("extension", row => row.Extension)];

    /// <summary>Runs the study.</summary>
    public static StudyReport Run(StudyOptions options)
    {
        int done = 0;
        IReadOnlyList<MouseRow> rows = MouseStudy.Run(options.Seeds, options.Seed, options.Settings,
            () => options.Progress((double)Interlocked.Increment(ref done) / MouseStudy.Commands.Count));
        return new([Durations(rows), Gaits(rows)], folder => NeuronStudyPictures.Mouse(rows, options.Seed, options.Settings, folder));
    }

    /// <summary>The line of the reference table for a command; null if it has none, at rest.</summary>
    public static int? ReferenceRow(double command)
    {
        int row = Enumerable.Range(0, ReferenceTable.Mouse.Rows.Count).FirstOrDefault(k => ReferenceTable.Mouse[k, "command"] == command, -1);
        return row >= 0 ? row : null;
    }

    private static ReportTable Durations(IReadOnlyList<MouseRow> rows)
    {
        ReportTable table = new("mouse", "Mouse, hind left limb, ms: ours, the published equations' figure, the difference; and the published code's stored output",
        [
            new("command", "command", "0.0"), new("seeds", "seeds"), new("period_least_ms", "period\nfrom"), new("period_most_ms", "to"),
            .. Figures.SelectMany(figure => new ReportColumn[]
            {
                new($"{figure.Column}_ms", figure.Column, "0.0"), new($"{figure.Column}_reference_ms", "equ."),
                new($"{figure.Column}_difference_percent", "%", "+0.0;-0.0;0.0"), new($"{figure.Column}_stored_ms", "stored"),
            }),
        ])
        {
            Note = "The stored output does not come out of the published equations and parameters at 0.3 to 0.7 and 1.0: expect it to disagree there. "
                + "Means of 20 seeds scatter by about 2 % at 0.7 to 0.9; the figures of the equations are such means themselves.",
        };
        foreach (MouseRow row in rows)
        {
            int? k = ReferenceRow(row.Command);
            List<object?> cells = [row.Command, (double)row.Measured, row.Period.Least, row.Period.Most];
            foreach ((string column, Func<MouseRow, Spread> of) in Figures)
            {
                double? reference = k is { } line ? ReferenceTable.Mouse[line, $"{column}_ms"] : null;
                double? stored = k is { } same ? ReferenceTable.Mouse[same, $"stored_{column}_ms"] : null;
                cells.AddRange([of(row).Mean, reference, ReportTable.Percent(of(row).Mean, reference), stored]);
            }
            table.Add([.. cells]);
        }
        return table;
    }

    private static ReportTable Gaits(IReadOnlyList<MouseRow> rows)
    {
        ReportTable table = new("mouse-gaits", "Gait: phases between limbs, in cycles, and in how many seeds each gait was found",
        [
            new("command", "command", "0.0"), new("frequency_hz", "frequency\nHz", "0.00"), new("hind_phase", "hind\nleft-right", "0.00"),
            new("fore_phase", "fore\nleft-right", "0.00"), new("same_side_phase", "same\nside", "0.00"), new("diagonal_phase", "diagonal", "0.00"), new("gaits", "gaits"),
        ]);
        foreach (MouseRow row in rows)
        {
            LimbPhases? phases = row.Measured > 0 ? row.Phases : null;
            table.Add(row.Command, 1000 / row.Period.Mean, phases?.Hind, phases?.Fore, phases?.SameSide, phases?.Diagonal,
                string.Join("; ", row.Gaits.Select(gait => $"{gait.Gait.ToString().ToLowerInvariant()} {gait.Seeds}")));
        }
        return table;
    }
}
