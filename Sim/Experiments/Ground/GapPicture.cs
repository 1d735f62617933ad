using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>The leg wave about the gap, and walking across gaps of several widths.</summary>
internal static class GapPicture
{
    private const float Left = 84, Width = 380, Second = 566, PanelHeight = 200, Spacing = 288;
    private static readonly string[] profiles = [AnimalChange.None.Name, AnimalChange.LoadOff.Name, AnimalChange.BothOff.Name, AnimalChange.LoadAt(20).Name, AnimalChange.LoadAt(40).Name];
    private static readonly SKColor[] colors = [SeriesPalette.First, SeriesPalette.Second, SeriesPalette.Third, Palette.Mix(SeriesPalette.First, Palette.Paper, 0.45), Palette.Muted];

    public static Sheet Draw(IReadOnlyList<GapRow> rows)
    {
        Sheet sheet = new(Second + Width + 24, 142 + Spacing + PanelHeight + 66);
        sheet.Title("Walking across a gap", $"Above: slow walk of the phase cord, leg wave against place; tinted: the gap of {GapExperiment.Compared} segments. Below: gaps of several widths. Medians of the seeds.");
        Key.Add(sheet, Left, 88, [.. profiles.Select((name, k) => new KeyEntry(name, colors[k]))]);
        GapRow[] slow = [.. profiles.Select(name => rows.First(row => row.Walk == GroundWalk.PhaseSlow && row.Width == GapExperiment.Compared && row.Change.Name == name))];
        AddProfile(sheet, Place(0, 0), slow, row => row.Lag, "lag, cycles");
        AddProfile(sheet, Place(1, 0), slow, row => row.Coherence, "coherence");
        AddWidths(sheet, Place(0, 1), rows, row => 1 + row.Figures.SpeedAgainstLevel / 100, "speed over that on level ground");
        AddWidths(sheet, Place(1, 1), rows, row => row.Figures.Median(GroundMeasure.Unsupported), "weight on no foot");
        return sheet;
    }

    private static SKRect Place(int column, int row) => SKRect.Create(column == 0 ? Left : Second, 116 + row * Spacing, Width, PanelHeight);

    private static void AddProfile(Sheet sheet, SKRect data, GapRow[] rows, Func<GapRow, IReadOnlyList<double>> of, string label)
    {
        (double, double) axis = Chart.Around(rows.SelectMany(of).Where(value => value != 0), fromZero: false);
        Panel panel = Chart.Add(sheet, data, (-Crossing.Before, GapExperiment.Compared + Crossing.Behind), axis, "place of a segment against the gap's begin, segments", label);
        panel.Add(new Blocks([new Block(0, GapExperiment.Compared, axis.Item1, axis.Item2, StanceMap.SwingsOverGap)]));
        for (int k = rows.Length - 1; k >= 0; k--)
            panel.Add(new Curve(rows[k].Places, [.. rows[k].Places.Select((_, bin) => rows[k].Coherence[bin] > 0 ? of(rows[k])[bin] : double.NaN)], colors[k]));
    }

    private static void AddWidths(Sheet sheet, SKRect data, IReadOnlyList<GapRow> rows, Func<GapRow, double> of, string label)
    {
        GapRow[] shown = [.. rows.Where(row => row.Walk.IsPhase && (row.Change == AnimalChange.None || row.Change == AnimalChange.LoadOff))];
        Panel panel = Chart.Add(sheet, data, (-0.5, 7.5), Chart.Around(shown.Select(of), fromZero: false), "width of the gap, segments", label);
        Key.Add(sheet, data.Left, data.Top - 14, new KeyEntry(profiles[0], colors[0]), new KeyEntry(profiles[1], colors[1]), new KeyEntry("fast", Palette.Ink, IsDashed: true));
        foreach (var line in shown.GroupBy(row => (row.Walk, row.Change)))
        {
            SKColor color = line.Key.Change == AnimalChange.None ? colors[0] : colors[1];
            double[] x = [.. line.Select(row => (double)row.Width)], y = [.. line.Select(of)];
            panel.Add(new Curve(x, y, color, dashed: line.Key.Walk == GroundWalk.PhaseFast));
            panel.Add(new Marks(x, y, color, MarkKind.Dot, 3.5f));
        }
    }
}
