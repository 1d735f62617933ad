using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking over rough ground against the strength of the load feedback.</summary>
internal static class FeedbackPicture
{
    private static readonly GroundMeasure[] measures = [GroundMeasure.Unsupported, GroundMeasure.Carriers, GroundMeasure.Speed, GroundMeasure.Coherence];

    public static Sheet Draw(IReadOnlyList<GroundRow> rows)
    {
        Sheet sheet = new(860, 700);
        sheet.Title("Load feedback of every strength on rough ground", "Phase cord. Dots: median of the seeds; band: from the lower to the upper quartile. Upright line: the animal's own strength.");
        Key.Add(sheet, 84, 88, new KeyEntry("slow walk", SeriesPalette.First), new KeyEntry("fast walk", SeriesPalette.Second));
        for (int k = 0; k < measures.Length; k++)
        {
            SKRect data = SKRect.Create(k % 2 == 0 ? 84 : 510, k < 2 ? 116 : 402, 320, 220);
            (GroundWalk Walk, SKColor Color)[] walks = [(GroundWalk.PhaseSlow, SeriesPalette.First), (GroundWalk.PhaseFast, SeriesPalette.Second)];
            GroundMeasure measure = measures[k];
            Panel panel = Chart.Add(sheet, data, (-2, 42), Chart.Around(walks.SelectMany(walk => Of(rows, walk.Walk).SelectMany(row => row.Row.Seeds.Select(measure.Of)))),
                "load feedback, rad/s", measure.Header.Replace('\n', ' '));
            double own = new LegRhythmParameters().LoadFeedback;
            panel.Add(new Curve([own, own], [-100, 100], Palette.Muted, 1, dashed: true));
            foreach ((GroundWalk walk, SKColor color) in walks)
            {
                (double Strength, GroundRow Row)[] line = [.. Of(rows, walk)];
                double[] x = [.. line.Select(row => row.Strength)], y = [.. line.Select(row => row.Row.Median(measure))];
                panel.Add(new Band(x, Quartile(line, measure, 0.25), Quartile(line, measure, 0.75), color));
                panel.Add(new Curve(x, y, color));
                panel.Add(new Marks(x, y, color, MarkKind.Dot, 3.5f));
            }
        }
        return sheet;
    }

    private static IEnumerable<(double Strength, GroundRow Row)> Of(IReadOnlyList<GroundRow> rows, GroundWalk walk) => rows
        .Where(row => row.Walk == walk && (row.Change == AnimalChange.None || row.Change == AnimalChange.LoadOff || row.Change.Name.EndsWith("rad/s", StringComparison.Ordinal)))
        .Select(row => (walk.Animal(row.Change).Controller.Legs.LoadFeedback, row)).OrderBy(row => row.LoadFeedback);

    private static double[] Quartile((double Strength, GroundRow Row)[] line, GroundMeasure measure, double share) =>
        [.. line.Select(row => row.Row.Seeds.Select(measure.Of).Order().ElementAt((int)Math.Round(share * (row.Row.Seeds.Count - 1))))];
}
