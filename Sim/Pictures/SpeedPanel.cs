using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Forward speed over the whole run.</summary>
internal static class SpeedPanel
{
    /// <summary>Adds one to the sheet.</summary>
    public static void Add(Sheet sheet, SKRect data, RecordedRun run, string? time)
    {
        double[] speed = ForwardSpeed.Of(run);
        double highest = Math.Max(speed.Max(), 0.1), lowest = Math.Min(speed.Min(), 0);
        double[] ticks = NiceNumbers.Ticks(lowest, highest, Math.Max(2, (int)(data.Height / 36)));
        double margin = 0.06 * (highest - lowest);
        Panel panel = new(sheet, data, (run.Start, run.End), (lowest - margin, highest + margin));
        panel.Add(new PhaseBands(run));
        panel.Add(new LevelLines(ticks, Palette.Paper));
        panel.Add(new SpeedLine(run, speed));
        panel.TicksX(time);
        panel.TicksY(ticks, NiceNumbers.Format(ticks), "speed, BL/s");
    }
}
