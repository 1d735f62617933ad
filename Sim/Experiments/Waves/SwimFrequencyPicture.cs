using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Speed of swimming against the frequency of the wave, beside what is proportional to it.</summary>
internal static class SwimFrequencyPicture
{
    public static Sheet Draw(IReadOnlyList<double> frequencies, IReadOnlyList<double> perCycle)
    {
        Sheet sheet = new(760, 520);
        sheet.Title("Swimming against frequency", "1.15 waves on the animal's body, joints stiff; BL: body length.");
        double mean = perCycle.Average(), most = frequencies.Max() * 1.06;
        Key.Add(sheet, 84, 88, new KeyEntry("simulated", SeriesPalette.First, MarkKind.Dot), new KeyEntry($"proportional: {mean:0.000} BL/cycle", Palette.Muted, IsDashed: true));
        Panel panel = Chart.Add(sheet, new SKRect(84, 112, 736, 456), (0, most), (0, mean * most), "frequency, Hz", "speed, BL/s");
        panel.Add(new Curve([0, most], [0, mean * most], Palette.Muted, 1.4f, dashed: true));
        panel.Add(new Marks(frequencies, [.. perCycle.Zip(frequencies, (speed, frequency) => speed * frequency)], SeriesPalette.First, MarkKind.Dot, 4.5f));
        return sheet;
    }
}
