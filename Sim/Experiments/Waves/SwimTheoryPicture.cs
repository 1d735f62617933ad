using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Prescribed;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Speed of swimming over the wave's speed against the wave's slope, beside resistive theory.</summary>
internal static class SwimTheoryPicture
{
    private const double Steepest = 1.2;

    public static Sheet Draw(IReadOnlyList<SwumWave> swum)
    {
        Sheet sheet = new(760, 560);
        sheet.Title("Swimming by prescribed waves", "C_T/C_N: drag along the body over drag across it.");
        var groups = swum.GroupBy(wave => wave.DragRatio).ToArray();
        Key.Add(sheet, 84, 88,
        [
            .. groups.Select((group, k) => new KeyEntry($"theory, C_T/C_N = {group.Key}", SeriesPalette.Series(k))),
            new("4 waves on 100 links", Palette.Ink, MarkKind.Dot), new("1 wave on 21 links", Palette.Ink, MarkKind.Circle),
        ]);
        Panel panel = Chart.Add(sheet, new SKRect(84, 112, 736, 496), (0, Steepest), Chart.Around(swum.SelectMany(wave => new[] { wave.Theory, wave.Long, wave.Animal })),
            "largest slope of the wave, a k", "U/V: speed over the wave's speed");
        double[] slopes = [.. Enumerable.Range(0, 49).Select(k => Steepest * k / 48)];
        for (int k = 0; k < groups.Length; k++)
        {
            double[] x = [.. groups[k].Select(wave => wave.Slope)];
            panel.Add(new Curve(slopes, [.. slopes.Select(slope => slope == 0 ? 0 : ResistiveTheory.SpeedRatio(slope, groups[k].Key))], SeriesPalette.Series(k)));
            panel.Add(new Marks(x, [.. groups[k].Select(wave => wave.Long)], SeriesPalette.Series(k), MarkKind.Dot, 4.5f));
            panel.Add(new Marks(x, [.. groups[k].Select(wave => wave.Animal)], SeriesPalette.Series(k), MarkKind.Circle, 4.5f));
        }
        return sheet;
    }
}
