using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>How a single figure is marked.</summary>
internal enum MarkKind
{
    /// <summary>A filled dot: ours.</summary>
    Dot,
    /// <summary>An open circle: a reference.</summary>
    Circle,
    /// <summary>A cross: another reference.</summary>
    Cross,
    /// <summary>A filled square: a tinted area.</summary>
    Patch,
}

/// <summary>Marks at points; those that are not numbers are left out.</summary>
internal sealed class Marks(IReadOnlyList<double> x, IReadOnlyList<double> y, SKColor color, MarkKind kind, float radius = 3.5f) : Drawing
{
    /// <summary>Draws one mark, in pixels.</summary>
    public static void Draw(SKCanvas canvas, SKPoint place, SKColor color, MarkKind kind, float radius)
    {
        using SKPaint paint = new() { Color = color, IsAntialias = true, IsStroke = kind is MarkKind.Circle or MarkKind.Cross, StrokeWidth = 1.5f };
        if (kind == MarkKind.Cross)
        {
            float r = radius * 0.85f;
            canvas.DrawLine(place.X - r, place.Y - r, place.X + r, place.Y + r, paint);
            canvas.DrawLine(place.X - r, place.Y + r, place.X + r, place.Y - r, paint);
        }
        else if (kind == MarkKind.Patch)
        {
            canvas.DrawRect(SKRect.Create(place.X - radius, place.Y - radius, 2 * radius, 2 * radius), paint);
        }
        else
        {
            canvas.DrawCircle(place, radius, paint);
        }
    }

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        for (int k = 0; k < x.Count; k++)
        {
            if (double.IsFinite(x[k]) && double.IsFinite(y[k])) Draw(canvas, new SKPoint(PixelX(x[k]), PixelY(y[k])), color, kind, radius);
        }
    }
}
