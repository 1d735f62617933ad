using Locomotion.Sim.Charts;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>The walk of both cords against drive, figure by figure.</summary>
internal static class OscillatorsPicture
{
    private const float Left = 84, Top = 140, Width = 250, Height = 190, Across = 332, Down = 258;
    private const int Columns = 4;

    public static Sheet Draw(IReadOnlyList<DriveCurve> cords)
    {
        Sheet sheet = new(Left + (Columns - 1) * Across + Width + 24, Top + Down + Height + 56);
        sheet.Title("Two kinds of cord", "Walking on land, trunk held. Lines: mean of the seeds; tints: from the least to the most of them; dashed: what the bursting cord must keep. BL: body length.");
        Key.Add(sheet, Left, 88, [.. cords.Select((cord, k) => new KeyEntry($"{Trial.Name(cord.Cord)} cord", SeriesPalette.Series(k)))]);
        Add(sheet, cords, 0, "frequency", "Hz", gait => gait.FrequencyHz);
        Add(sheet, cords, 1, "swing", "s", gait => gait.SwingS);
        Add(sheet, cords, 2, "stance", "s", gait => gait.StanceS);
        Add(sheet, cords, 3, "speed per cycle", "BL/cycle", gait => gait.SpeedBlPerCycle);
        Add(sheet, cords, 4, "lag from segment to segment", "cycles", gait => gait.LegWaveLagCycles, (0, 0.2), 0.08, 0.15);
        Add(sheet, cords, 5, "coherence of the leg wave", "", gait => gait.LegWaveCoherence, (0.5, 1.02), 0.9);
        Add(sheet, cords, 6, "left against right", "cycles", gait => gait.LeftRightPhase, (0.3, 0.7), 0.45, 0.55);
        AddSettling(sheet, cords, 7);
        return sheet;
    }

    private static void Add(
        Sheet sheet, IReadOnlyList<DriveCurve> cords, int place, string heading, string unit, Func<GaitMetrics, double?> figure, (double, double)? usual = null, params double[] limits)
    {
        double[] all = [.. cords.SelectMany(cord => cord.Drives).SelectMany(drive => new[] { drive.Least(figure), drive.Most(figure) })];
        Panel panel = Frame(sheet, place, heading, unit, usual is { } axis ? Chart.Widened(axis, all) : Chart.Around(all));
        foreach (double limit in limits) panel.Add(new Curve([-1, 2], [limit, limit], Palette.Muted, 1.2f, dashed: true));
        for (int k = 0; k < cords.Count; k++)
        {
            double[] x = Drives(cords[k]), mean = [.. cords[k].Drives.Select(drive => drive.Mean(figure))];
            panel.Add(new Band(x, [.. cords[k].Drives.Select(drive => drive.Least(figure))], [.. cords[k].Drives.Select(drive => drive.Most(figure))], SeriesPalette.Series(k)));
            AddLine(panel, x, mean, SeriesPalette.Series(k));
        }
    }

    /// <summary>Every seed that settles, their mean where all do, and how many of the bursting ones do not.</summary>
    private static void AddSettling(Sheet sheet, IReadOnlyList<DriveCurve> cords, int place)
    {
        Panel panel = Frame(sheet, place, "time to settle", "s", (0, 1.15 * cords[0].Drives[0].Trial.Seconds));
        for (int k = 0; k < cords.Count; k++)
        {
            SKColor color = SeriesPalette.Series(k);
            foreach (Outcomes drive in cords[k].Drives)
            {
                double[] settled = [.. drive.Seeds.Where(seed => seed.SettledS is not null).Select(seed => seed.SettledS!.Value)];
                panel.Add(new Marks([.. settled.Select(_ => drive.Trial.Command.Drive)], settled, color.WithAlpha(90), MarkKind.Dot, 2));
            }
            AddLine(panel, Drives(cords[k]), [.. cords[k].Drives.Select(drive => drive.SettledShare == 1 ? drive.SettledS : double.NaN)], color);
        }
        double never = 1 - cords[1].Drives.Average(drive => drive.SettledShare);
        SKRect data = Place(place);
        if (never > 0)
            sheet.Add(canvas => canvas.Write($"{100 * never:0} % of bursting runs do not settle", data.Right, data.Top + 6, 11, Palette.Muted, SKTextAlign.Right));
    }

    private static double[] Drives(DriveCurve cord) => [.. cord.Drives.Select(drive => drive.Trial.Command.Drive)];

    private static SKRect Place(int place) => SKRect.Create(Left + place % Columns * Across, Top + place / Columns * Down, Width, Height);

    private static Panel Frame(Sheet sheet, int place, string heading, string unit, (double, double) y)
    {
        SKRect data = Place(place);
        Chart.Heading(sheet, data, heading);
        Panel panel = Chart.Add(sheet, data, (-0.03, 1.03), y, null, unit);
        double[] ticks = [0, 0.25, 0.5, 0.75, 1];
        panel.TicksX(ticks, NiceNumbers.Format(ticks), place >= Columns ? "drive" : null);
        return panel;
    }

    private static void AddLine(Panel panel, double[] x, double[] y, SKColor color)
    {
        panel.Add(new Curve(x, y, color));
        panel.Add(new Marks(x, y, color, MarkKind.Dot, 2.6f));
    }
}
