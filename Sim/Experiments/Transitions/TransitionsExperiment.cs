using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Reports;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>From each gait to each other, from many states.</summary>
public static class TransitionsExperiment
{
    /// <summary>States for each seed asked for: 100 by default.</summary>
    private const int StatesPerSeed = 5;

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("transitions", "Transitions between the gaits",
        "Does a change of the three descending numbers alone bring about every transition, whatever the state in which it is commanded?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.ManySeeds(StatesPerSeed)];
        (Oscillator, Gait, Gait)[] pairs =
        [
            .. Trial.Cords.SelectMany(oscillator => Gait.All.SelectMany(from => Gait.All.Where(to => to != from).Select(to => (oscillator, from, to)))),
        ];
        GaitChange[] changes = [.. pairs.SelectMany(pair => seeds.Select(seed => new GaitChange(pair.Item1, pair.Item2, pair.Item3, seed)))];
        GaitChangeRow[] rows = [.. options.RunEach(changes, change => change.CyclesToSettle(options.Stop)).Chunk(seeds.Length)
            .Select((cycles, k) => new GaitChangeRow(pairs[k].Item1, pairs[k].Item2, pairs[k].Item3, cycles))];
        return new ExperimentReport
        {
            Findings = Findings(rows, seeds.Length),
            Tables = [Table(rows)],
            Checks = [.. rows.Select(row => Check.AtLeast($"{row.Name}: share that settles", row.Settled, row.Oscillator == Oscillator.Phase ? 0.99 : 0.95))],
            Draw = folder => [Picture.Save(TransitionsPicture.Draw(rows), folder, "transitions", "Share of states from which the new gait has settled, against the cycles since it was commanded.")],
        };
    }

    private static string Findings(IReadOnlyList<GaitChangeRow> rows, int states)
    {
        string Of(Oscillator oscillator, string name)
        {
            GaitChangeRow[] all = [.. rows.Where(row => row.Oscillator == oscillator)];
            GaitChangeRow slowest = all.MaxBy(row => row.Percentile95)!;
            return $"With {name} {all.Sum(row => row.Cycles.Count(cycles => cycles is not null))} of {all.Length * states} transitions settle; the median is {all.Min(row => row.Median):0.0} to {all.Max(row => row.Median):0.0} cycles, "
                + $"and the slowest pair is {slowest.From.Name} to {slowest.To.Name}, settled after {slowest.Percentile95:0.0} cycles in 95 % of the states.";
        }
        return $"{Of(Oscillator.Phase, "phase oscillators")} {Of(Oscillator.Bursting, "bursting neurons")}\n\n"
            + $"Each transition was commanded {GaitChange.Before} s after a random state. Walking to walking happens on land; where one of the gaits is swimming, both are done in open water, in which a walking animal steps without ground.";
    }

    private static ReportTable Table(IReadOnlyList<GaitChangeRow> rows)
    {
        ReportTable table = new("transitions", "From gait to gait",
        [
            new("oscillator", "oscillator"), new("from", "from"), new("to", "to"), new("states", "states"), new("settled_share", "settled", "0.000"),
            new("median_cycles", "median\ncycles", "0.0"), new("percentile_95_cycles", "95 %\ncycles", "0.0"), new("most_cycles", "most\ncycles", "0.0"),
        ])
        {
            Note = "Settled: from then on to the end, for two cycles at least, the order of the legs or of the trunk is that of the gait (see Settling). A cycle is one of the left legs, or of the trunk where the new gait is swimming.",
        };
        foreach (GaitChangeRow row in rows)
            table.Add(Trial.Name(row.Oscillator), row.From.Name, row.To.Name, (double)row.Cycles.Count, row.Settled, row.Median, row.Percentile95, row.Most);
        return table;
    }
}
