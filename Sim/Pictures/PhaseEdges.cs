using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A thin line where one phase ends and the next begins.</summary>
internal sealed class PhaseEdges(RecordedRun run, SKColor color) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new() { Color = color, StrokeWidth = 1, IsStroke = true };
        SKRect area = canvas.LocalClipBounds;
        foreach (PhaseSpan phase in run.Phases.Skip(1))
            canvas.DrawLine(PixelX(phase.Start), area.Top, PixelX(phase.Start), area.Bottom, paint);
    }
}
