using Locomotion.Sim.Metrics;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>Stance of the left legs over time, head above, and which segments hang over the gap.</summary>
internal sealed class StanceMap(Trajectory run, double from, double to) : Drawing
{
    /// <summary>What a cell shows: a leg that carries, one that steps down without ground, one that swings over ground, or over the gap.</summary>
    public static readonly SKColor Carries = Palette.Ink, StepsIntoGap = new(0xC0, 0x6A, 0x1E), Swings = Palette.Grid, SwingsOverGap = new(0xF6, 0xDD, 0xC0);

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new();
        for (int k = 0; k + 1 < run.Count; k++)
        {
            float left = PixelX(run.Time(k)), right = PixelX(run.Time(k + 1)) + 0.3f;
            for (int i = 0; i < run.Segments; i++)
            {
                double x = run.Of(k, i, SegmentSignal.X);
                bool hangs = x >= from && x < to, stands = hangs ? run.Of(k, i, SegmentSignal.SwingLeft) < 0.5 : run.Of(k, i, SegmentSignal.LoadLeft) > GaitMeter.StanceLoad;
                paint.Color = (hangs, stands) switch { (false, true) => Carries, (true, true) => StepsIntoGap, (false, false) => Swings, _ => SwingsOverGap };
                canvas.DrawRect(new SKRect(left, PixelY(i + 0.06), right, PixelY(i + 0.94)), paint);
            }
        }
    }
}
