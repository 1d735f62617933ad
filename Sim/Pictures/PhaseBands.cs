using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A pale tint of each phase's colour over the time it took.</summary>
internal sealed class PhaseBands(RecordedRun run) : Drawing
{
    private const double Tint = 0.1;

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        SKRect area = canvas.LocalClipBounds;
        using SKPaint paint = new();
        foreach (PhaseSpan phase in run.Phases)
        {
            paint.Color = Palette.Mix(Palette.Paper, Palette.Of(phase.Kind), Tint);
            canvas.DrawRect(new SKRect(PixelX(phase.Start), area.Top, PixelX(phase.End), area.Bottom), paint);
        }
    }
}
