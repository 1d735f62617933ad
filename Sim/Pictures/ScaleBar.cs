using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A bar of a round length, to read sizes by.</summary>
internal static class ScaleBar
{
    /// <summary>
    /// Draws one that begins (<paramref name="align"/> left) or ends (right) at (<paramref name="x"/>, <paramref name="y"/>) and is at
    /// most <paramref name="longest"/> px long.
    /// </summary>
    public static void Draw(SKCanvas canvas, float pixelsPerMetre, float x, float y, float longest, SKTextAlign align)
    {
        double metres = NiceNumbers.AtMost(longest / pixelsPerMetre);
        float length = (float)metres * pixelsPerMetre, left = align == SKTextAlign.Left ? x : x - length, right = left + length;
        using SKPaint paint = new() { Color = Palette.Ink, StrokeWidth = 1.6f, IsStroke = true, IsAntialias = true };
        canvas.DrawLine(left, y, right, y, paint);
        canvas.DrawLine(left, y - 3.5f, left, y + 3.5f, paint);
        canvas.DrawLine(right, y - 3.5f, right, y + 3.5f, paint);
        string text = NiceNumbers.Length(metres);
        if (align == SKTextAlign.Left) canvas.Write(text, right + 8, y + 4.3f, 12, Palette.Text);
        else canvas.Write(text, (left + right) / 2, y - 7, 12, Palette.Text, SKTextAlign.Center);
    }
}
