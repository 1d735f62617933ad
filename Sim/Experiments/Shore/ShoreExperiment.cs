using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Reports;
using MathNet.Numerics.Statistics;

namespace Locomotion.Sim.Experiments;

/// <summary>Over a shore, in both directions.</summary>
public static class ShoreExperiment
{
    /// <summary>States for each seed asked for: 100 by default.</summary>
    private const int StatesPerSeed = 5;

    private static readonly bool[] either = [false, true];

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("shore", "Over the shore, in both directions",
        "Does the change between walking and swimming pass along the body, segment by segment, with the shore?", Run);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.ManySeeds(StatesPerSeed)];
        (Oscillator Oscillator, bool Entering, bool Decides)[] settings =
        [
            .. from oscillator in Trial.Cords from decides in either from entering in either.Reverse() select (oscillator, entering, decides),
        ];
        ShoreCrossing[] crossings = [.. settings.SelectMany(s => seeds.Select(seed => new ShoreCrossing(s.Oscillator, s.Entering, s.Decides, seed)))];
        ShoreRow[] rows = [.. options.RunEach(crossings, crossing => crossing.Run(options.Stop)).Chunk(seeds.Length).Select((outcomes, k) => new ShoreRow(settings[k].Oscillator, settings[k].Entering, settings[k].Decides, outcomes))];
        return new ExperimentReport
        {
            Findings = Findings(rows),
            Tables = [Table(rows)],
            Checks = [.. rows.SelectMany(Checks)],
            Draw = folder => [Picture.Save(ShorePicture.Draw(options.Seed), folder, "shore", "Each segment over time while the body crosses the shore: bars are stances of the left legs, blue are folded legs; the line is the water's edge.")],
        };
    }

    private static IEnumerable<Check> Checks(ShoreRow row)
    {
        yield return Check.AtLeast($"{row.Name}: share that crosses and settles", row.Crossed, row.Oscillator == Oscillator.Phase ? 0.99 : 0.95);
        yield return Check.AtLeast($"{row.Name}: neighbours that change head first, mean share", row.Outcomes.Average(outcome => outcome.InOrder), 0.95);
        yield return Check.AtMost($"{row.Name}: segments that change within 10 ms, most", row.Outcomes.Max(outcome => outcome.MostAtOnce), 3, format: "0");
        // a brain that stops swimming takes the message from the tail as well, which may lie in the water still
        if (row.Entering || !row.Decides)
            yield return Check.AtLeast($"{row.Name}: halfway, land walks and water swims; share of states", row.Outcomes.Average(outcome => outcome.Halfway.Holds ? 1.0 : 0.0), 0.9);
    }

    private static string Findings(IReadOnlyList<ShoreRow> rows)
    {
        ShoreRow commanded = rows.First(row => row is { Oscillator: Oscillator.Phase, Entering: true, Decides: false }), leaving = rows.First(row => row is { Oscillator: Oscillator.Phase, Entering: false, Decides: false });
        return $"{rows.Sum(row => row.Outcomes.Count(outcome => outcome.Crossed))} of {rows.Sum(row => row.Outcomes.Count)} crossings end on the other side in the gait that belongs there, half of them with a brain that decides by itself. "
            + $"Commanded to swim all along, an animal that enters the water folds its legs from head to tail, and one that leaves it unfolds them from head to tail, never more than {rows.Max(row => row.Outcomes.Max(outcome => outcome.MostAtOnce))} segments within 10 ms: "
            + "ground overwrites the message to swim where it is felt, and only there. (Once the head is out, the signal of the SEG (subesophageal ganglion) to fold ceases too, and that is relayed to the tail in 0.6 s: an animal that left the water "
            + "much more slowly would unfold its tail while it is still afloat.) "
            + $"Halfway, {100 * commanded.Outcomes.Average(outcome => outcome.Halfway.Holds ? 1.0 : 0.0):0} % of the states going in and {100 * leaving.Outcomes.Average(outcome => outcome.Halfway.Holds ? 1.0 : 0.0):0} % coming out have every folded segment on the water's side with a trunk wave to the tail, and every other one walking.";
    }

    private static ReportTable Table(IReadOnlyList<ShoreRow> rows)
    {
        ReportTable table = new("shore", "Crossing the shore",
        [
            new("oscillator", "oscillator"), new("direction", "direction"), new("swimming", "swimming"), new("states", "states"), new("crossed_share", "crossed", "0.000"), new("in_order_share", "head\nfirst", "0.000"),
            new("most_at_once", "most at\nonce"), new("halfway_share", "halfway\nholds", "0.00"), new("driest_folded", "driest\nfolded", "0.00"), new("wettest_unfolded", "wettest\nunfolded", "0.00"),
            new("leg_coherence", "legs on land\ncoherence", "0.00"), new("trunk_coherence", "trunk in water\ncoherence", "0.00"),
        ])
        {
            Note = "Shore: 1 in 10; body 4 mm high. Head first: share of neighbours of which the one ahead changes first. Halfway: half of the legs folded; medians of the states. Wetness from 0 to 1; a segment feels the ground until it is 0.8 wet or so.",
        };
        foreach (ShoreRow row in rows)
        {
            table.Add(Trial.Name(row.Oscillator), row.Entering ? "into water" : "onto land", row.Decides ? "brain decides" : "commanded", (double)row.Outcomes.Count, row.Crossed,
                row.Outcomes.Average(outcome => outcome.InOrder), (double)row.Outcomes.Max(outcome => outcome.MostAtOnce), row.Outcomes.Average(outcome => outcome.Halfway.Holds ? 1.0 : 0.0),
                row.Median(half => half.LeastWet), row.Median(half => half.MostWet), row.Median(half => half.LegCoherence), row.Median(half => half.TrunkCoherence));
        }
        return table;
    }
}
