using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Every seed's walk over rough ground, a column for each change in the animal.</summary>
internal static class RoughGroundPicture
{
    private const float Left = 84, Wide = 620, Narrow = 330, Between = 76, PanelHeight = 150, Spacing = 190;
    private static readonly GroundMeasure[] measures = [GroundMeasure.Unsupported, GroundMeasure.Carriers, GroundMeasure.Speed, GroundMeasure.CostOfTransport];

    public static Sheet Draw(IReadOnlyList<GroundRow> rows)
    {
        Sheet sheet = new(Left + Wide + Between + Narrow + 24, 116 + measures.Length * Spacing + 74);
        sheet.Title("Walking over ground full of gaps", "A circle for each seed, a bar for their median; dashed: median of the intact animal; up to a tenth of the seeds lie off the scale.");
        GroundRow[] slow = [.. Shown(rows, GroundWalk.PhaseSlow)], fast = [.. Shown(rows, GroundWalk.PhaseFast)];
        for (int k = 0; k < measures.Length; k++)
        {
            float top = 116 + k * Spacing;
            Add(sheet, SKRect.Create(Left, top, Wide, PanelHeight), slow, measures[k], k == 0, k == measures.Length - 1);
            Add(sheet, SKRect.Create(Left + Wide + Between, top, Narrow, PanelHeight), fast, measures[k], k == 0, k == measures.Length - 1);
        }
        return sheet;
    }

    private static IEnumerable<GroundRow> Shown(IReadOnlyList<GroundRow> rows, GroundWalk walk) =>
        rows.Where(row => row.Walk == walk && !row.Change.Name.Contains("rad/s", StringComparison.Ordinal));

    private static void Add(Sheet sheet, SKRect data, GroundRow[] rows, GroundMeasure measure, bool first, bool last)
    {
        Panel panel = Chart.Add(sheet, data, (-0.6, rows.Length - 0.4), Axis(rows, measure), null, measure.Header.Replace('\n', ' '));
        panel.TicksX([], _ => "", null);
        if (first) Chart.Heading(sheet, data, rows[0].Walk.Name);
        panel.Add(new Curve([-1, rows.Length], [rows[0].Median(measure), rows[0].Median(measure)], Palette.Muted, 1.2f, dashed: true));
        for (int k = 0; k < rows.Length; k++)
        {
            SKColor color = k == 0 ? SeriesPalette.First : SeriesPalette.Second;
            double[] y = [.. rows[k].Seeds.Select(measure.Of)];
            double[] x = [.. y.Select((_, seed) => k - 0.22 + 0.44 * (seed + 0.5) / y.Length)];
            panel.Add(new Marks(x, y, color, MarkKind.Circle, 2.6f));
            panel.Add(new Curve([k - 0.34, k + 0.34], [rows[k].Median(measure), rows[k].Median(measure)], color, 3));
            if (!last) continue;
            float place = data.Left + (float)((k + 0.6) / (rows.Length + 0.2)) * data.Width;
            string[] words = Lines(rows[k].Change.Name);
            sheet.Add(canvas =>
            {
                for (int line = 0; line < words.Length; line++) canvas.Write(words[line], place, data.Bottom + 20 + 16 * line, 12, Palette.Text, SKTextAlign.Center);
            });
        }
    }

    /// <summary>Holds all medians, and all seeds but a few that went astray.</summary>
    private static (double From, double To) Axis(GroundRow[] rows, GroundMeasure measure)
    {
        double[] sorted = [.. rows.SelectMany(row => row.Seeds.Select(measure.Of)).Where(double.IsFinite).Order()];
        int aside = sorted.Length / 20;
        return Chart.Around(sorted[aside..^aside].Concat(rows.Select(row => row.Median(measure))), fromZero: false);
    }

    /// <summary>A name in lines short enough to stand below a column.</summary>
    private static string[] Lines(string name) => name switch
    {
        "load feedback off" => ["load", "feedback off"],
        "excitation by load off" => ["excitation", "by load off"],
        "load and excitation off" => ["load and", "excitation off"],
        _ => name.Split(' ', 2),
    };
}
