using Locomotion.Sim.Charts;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>The gaits beside each other, both cords, every seed.</summary>
internal static class GaitsPicture
{
    private const float Left = 92, Top = 128, Width = 400, Height = 200, Across = 500, Down = 272;
    private const double Aside = 0.16, Spread = 0.07, MeanHalf = 0.12;     // shares of a gait's room

    public static Sheet Draw(IReadOnlyList<CordGaits> cords)
    {
        Sheet sheet = new(Left + Across + Width + 24, Top + Down + Height + 52);
        sheet.Title("The three gaits", "Dots: seeds, over the second half of each run; bars: their mean. BL: body length.");
        Key.Add(sheet, Left, 88, [.. cords.Select((cord, k) => new KeyEntry($"{Trial.Name(cord.Cord)} cord", SeriesPalette.Series(k), MarkKind.Dot))]);
        Add(sheet, cords, 0, "speed, BL/s", gait => gait.SpeedBlPerS);
        Add(sheet, cords, 1, "speed, BL/cycle", gait => gait.SpeedBlPerCycle);
        Add(sheet, cords, 2, "trunk amplitude, rad", gait => gait.TrunkAmplitudeRad);
        Add(sheet, cords, 3, "coherence of the leg wave", gait => gait.LegWaveCoherence, "legs folded");
        return sheet;
    }

    private static void Add(Sheet sheet, IReadOnlyList<CordGaits> cords, int place, string label, Func<GaitMetrics, double?> figure, string? missing = null)
    {
        SKRect data = SKRect.Create(Left + place % 2 * Across, Top + place / 2 * Down, Width, Height);
        int gaits = cords[0].Named.Count;
        double[] ticks = [.. Enumerable.Range(0, gaits).Select(gait => (double)gait)];
        IEnumerable<double> all = cords.SelectMany(cord => cord.Named).SelectMany(named => named.Gait.Seeds).Select(seed => figure(seed.Gait) ?? double.NaN);
        Panel panel = Chart.Add(sheet, data, (-0.5, gaits - 0.5), Chart.Around(all), null, label);
        panel.TicksX(ticks, gait => cords[0].Named[(int)gait].Name, label: null);
        for (int c = 0; c < cords.Count; c++)
        {
            SKColor color = SeriesPalette.Series(c);
            for (int gait = 0; gait < gaits; gait++)
            {
                Outcomes outcomes = cords[c].Named[gait].Gait;
                double middle = gait + (c == 0 ? -Aside : Aside), mean = outcomes.Mean(figure);
                int count = outcomes.Seeds.Count;
                double[] x = [.. Enumerable.Range(0, count).Select(k => middle + Spread * (2.0 * k / Math.Max(1, count - 1) - 1))];
                panel.Add(new Marks(x, [.. outcomes.Seeds.Select(seed => figure(seed.Gait) ?? double.NaN)], color.WithAlpha(110), MarkKind.Dot, 2.5f));
                panel.Add(new Curve([middle - MeanHalf, middle + MeanHalf], [mean, mean], color, 3));
                if (missing is null || outcomes.Seeds.Any(seed => figure(seed.Gait) is not null) || c > 0) continue;
                float at = data.Left + data.Width * (gait + 0.5f) / gaits;
                sheet.Add(canvas => canvas.Write(missing, at, data.MidY, 12, Palette.Muted, SKTextAlign.Center));
            }
        }
    }
}
