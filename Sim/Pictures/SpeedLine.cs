using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Forward speed over time, each phase in its colour.</summary>
internal sealed class SpeedLine(RecordedRun run, double[] speed) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new() { IsStroke = true, IsAntialias = true, StrokeWidth = 2, StrokeJoin = SKStrokeJoin.Round };
        foreach (PhaseSpan phase in run.Phases)
        {
            int from = run.Sample(phase.Start), to = run.Sample(phase.End);
            using SKPath path = new();
            for (int k = from; k <= to; k++)
            {
                SKPoint point = new(PixelX(run.Trajectory.Time(k)), PixelY(speed[k]));
                if (k == from) path.MoveTo(point);
                else path.LineTo(point);
            }
            paint.Color = Palette.Mix(Palette.Of(phase.Kind), Palette.Ink, 0.15);
            canvas.DrawPath(path, paint);
        }
    }
}
