using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>A filled rectangle in coordinates of the plot.</summary>
internal readonly record struct Block(double Left, double Right, double Bottom, double Top, SKColor Color);

/// <summary>Rectangles, the later over the earlier.</summary>
internal sealed class Blocks(IReadOnlyList<Block> blocks) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new();
        foreach (Block block in blocks)
        {
            paint.Color = block.Color;
            canvas.DrawRect(new SKRect(PixelX(block.Left), PixelY(block.Top), PixelX(block.Right), PixelY(block.Bottom)), paint);
        }
    }
}
