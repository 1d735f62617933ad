using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>A line through points; it breaks where one is not a number, and a point alone is a dot.</summary>
internal sealed class Curve(IReadOnlyList<double> x, IReadOnlyList<double> y, SKColor color, float width = 2, bool dashed = false) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPathEffect? dashes = dashed ? SKPathEffect.CreateDash([5, 4], 0) : null;
        using SKPaint paint = new() { Color = color, IsStroke = true, IsAntialias = true, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round, PathEffect = dashes };
        using SKPaint dot = new() { Color = color, IsAntialias = true };
        using SKPath path = new();
        bool drawing = false;
        for (int k = 0; k < x.Count; k++)
        {
            bool there = IsThere(k);
            if (there && drawing) path.LineTo(PixelX(x[k]), PixelY(y[k]));
            else if (there) path.MoveTo(PixelX(x[k]), PixelY(y[k]));
            if (there && !drawing && !IsThere(k + 1)) canvas.DrawCircle(PixelX(x[k]), PixelY(y[k]), width * 1.25f, dot);
            drawing = there;
        }
        canvas.DrawPath(path, paint);
    }

    private bool IsThere(int k) => k < x.Count && double.IsFinite(x[k]) && double.IsFinite(y[k]);
}
