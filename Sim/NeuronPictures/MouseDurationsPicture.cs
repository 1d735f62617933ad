using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>Period, swing, stance and frequency of the hind left limb against the command, beside both references.</summary>
internal static class MouseDurationsPicture
{
    public static Sheet Draw(IReadOnlyList<MouseRow> rows)
    {
        Sheet sheet = new(1200, 470);
        sheet.Title("Mouse: cycle of the hind left limb", "Lines: mean of ours; tint: from the shortest to the longest among the seeds.");
        Key.Add(sheet, 84, 88, new("period", SeriesPalette.First), new("extension (stance)", SeriesPalette.Second), new("flexion (swing)", SeriesPalette.Third),
            new("published equations", Palette.Ink, MarkKind.Circle), new("stored output of the published code", Palette.Ink, MarkKind.Cross));
        double[] x = [.. rows.Select(row => row.Command)], referenceX = Column("command");
        double[] hertz = [.. rows.Select(row => 1000 / row.Period.Mean)];
        (double, double) axis = Chart.Widened((0, 520),
            rows.SelectMany(row => new[] { row.Period.Most, row.Extension.Most, row.Flexion.Most }));
        Panel durations = Chart.Add(sheet, SKRect.Create(84, 116, 640, 300), (-0.02, 1.04), axis, "command", "duration, ms");
        Panel frequency = Chart.Add(sheet, SKRect.Create(810, 116, 360, 300), (-0.02, 1.04), Chart.Widened((0, 10.5), hertz), "command", "frequency, Hz");
        (string Name, Func<MouseRow, Spread> Of)[] figures = [("period", row => row.Period), ("extension", row => row.Extension), ("flexion", row => row.Flexion)];
        for (int k = 0; k < figures.Length; k++)
        {
            Spread[] ours = [.. rows.Select(figures[k].Of)];
            SKColor color = SeriesPalette.Series(k);
            durations.Add(new Band(x, [.. ours.Select(one => one.Least)], [.. ours.Select(one => one.Most)], color));
            durations.Add(new Curve(x, [.. ours.Select(one => one.Mean)], color));
            durations.Add(new Marks(referenceX, Column($"{figures[k].Name}_ms"), color, MarkKind.Circle, 4));
            durations.Add(new Marks(referenceX, Column($"stored_{figures[k].Name}_ms"), color, MarkKind.Cross, 4));
        }
        frequency.Add(new Curve(x, hertz, SeriesPalette.First));
        frequency.Add(new Marks(referenceX, [.. Column("period_ms").Select(period => 1000 / period)], SeriesPalette.First, MarkKind.Circle, 4));
        frequency.Add(new Marks(referenceX, [.. Column("stored_period_ms").Select(period => 1000 / period)], SeriesPalette.First, MarkKind.Cross, 4));
        return sheet;
    }

    private static double[] Column(string name) =>
        [.. Enumerable.Range(0, ReferenceTable.Mouse.Rows.Count).Select(row => ReferenceTable.Mouse[row, name]!.Value)];
}
