using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The room between two lines over the same x, as a tint; it breaks where a value is not a number.</summary>
internal sealed class Band(IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, SKColor color) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new() { Color = color.WithAlpha(48), IsAntialias = true };
        for (int k = 0; k + 1 < x.Count; k++)
        {
            if (!double.IsFinite(low[k] + high[k] + low[k + 1] + high[k + 1])) continue;
            using SKPath path = new();
            path.MoveTo(PixelX(x[k]), PixelY(low[k]));
            path.LineTo(PixelX(x[k + 1]), PixelY(low[k + 1]));
            path.LineTo(PixelX(x[k + 1]), PixelY(high[k + 1]));
            path.LineTo(PixelX(x[k]), PixelY(high[k]));
            path.Close();
            canvas.DrawPath(path, paint);
        }
    }
}
