using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Speed of walking against the phase between trunk and legs.</summary>
internal static class LandSweepPicture
{
    public static Sheet Draw(IReadOnlyList<double> phases, IReadOnlyList<double> speeds, double straight)
    {
        Sheet sheet = new(860, 560);
        sheet.Title("Walking by prescribed waves", "2.0 leg waves and 1.6 trunk waves on the body; bend 0.2 rad, legs 0.7 rad; BL: body length.");
        Key.Add(sheet, 84, 88, new KeyEntry("with the trunk wave", SeriesPalette.First), new KeyEntry("not bending", SeriesPalette.Second),
            new KeyEntry("theory", Palette.Muted, IsDashed: true));
        SKRect data = new(84, 112, 770, 496);
        (double, double) axis = (0, Math.Max(0.45, speeds.Append(straight).Max() * 1.06));
        Panel panel = Chart.Add(sheet, data, (-0.02, 1.02), axis, "phase of the trunk wave against the leg wave, cycles", "speed, BL/cycle");
        (string Name, double Speed)[] theory =
            [("best", LandSweepExperiment.BestTheory), ("no bending", LandSweepExperiment.StraightTheory), ("worst", LandSweepExperiment.WorstTheory)];
        foreach ((string name, double speed) in theory)
        {
            panel.Add(new Curve([-1, 2], [speed, speed], Palette.Muted, 1.4f, dashed: true));
            float level = data.Bottom - (float)(speed / axis.Item2) * data.Height;
            sheet.Add(canvas => canvas.Write(name, data.Right + 8, level + 4.3f, 12, Palette.Muted));
        }
        panel.Add(new Curve([-1, 2], [straight, straight], SeriesPalette.Second));
        double[] x = [.. phases, 1], y = [.. speeds, speeds[0]];    // the phase is a circle
        panel.Add(new Curve(x, y, SeriesPalette.First));
        panel.Add(new Marks(x, y, SeriesPalette.First, MarkKind.Dot, 3));
        return sheet;
    }
}
