using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>The room between two lines over the same x, as a tint; it breaks where a value is not a number.</summary>
internal sealed class Band(IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, SKColor color) : Drawing
{
    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint paint = new() { Color = color.WithAlpha(48), IsAntialias = true };
        using SKPath path = new();
        for (int first = 0; first < x.Count; first++)
        {
            int end = first;
            while (end < x.Count && double.IsFinite(x[end] + low[end] + high[end])) end++;
            if (end - first > 1) AddPiece(path, first, end);
            first = end;
        }
        canvas.DrawPath(path, paint);
    }

    /// <summary>One outline for the whole piece: pieces side by side would show their seams.</summary>
    private void AddPiece(SKPath path, int first, int end)
    {
        path.MoveTo(PixelX(x[first]), PixelY(low[first]));
        for (int k = first + 1; k < end; k++) path.LineTo(PixelX(x[k]), PixelY(low[k]));
        for (int k = end - 1; k >= first; k--) path.LineTo(PixelX(x[k]), PixelY(high[k]));
        path.Close();
    }
}
