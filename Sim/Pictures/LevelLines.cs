using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Lines through a panel at the ticks of its vertical axis; zero is grey.</summary>
internal sealed class LevelLines(double[] levels, SKColor color) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        SKRect area = canvas.LocalClipBounds;
        using SKPaint paint = new() { StrokeWidth = 1, IsStroke = true };
        foreach (double level in levels)
        {
            paint.Color = level == 0 ? Palette.Hairline : color;
            canvas.DrawLine(area.Left, PixelY(level), area.Right, PixelY(level), paint);
        }
    }
}
