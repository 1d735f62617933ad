using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Text on a canvas, in <see cref="PictureFont"/>.</summary>
internal static class Lettering
{
    /// <summary>Writes a line whose baseline starts, is centred or ends at (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public static void Write(
        this SKCanvas canvas, string text, float x, float y, float size, SKColor color,
        SKTextAlign align = SKTextAlign.Left, bool bold = false)
    {
        using SKFont font = PictureFont.At(size, bold);
        using SKPaint paint = new() { Color = color, IsAntialias = true };
        float start = x - (align == SKTextAlign.Left ? 0 : font.MeasureText(text) / (align == SKTextAlign.Center ? 2 : 1));
        canvas.DrawText(text, start, y, font, paint);
    }

    /// <summary>Writes a line upwards, centred at (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public static void WriteUp(this SKCanvas canvas, string text, float x, float y, float size, SKColor color)
    {
        canvas.Save();
        canvas.RotateDegrees(-90, x, y);
        canvas.Write(text, x, y + size * 0.36f, size, color, SKTextAlign.Center);
        canvas.Restore();
    }

    /// <summary>The first of <paramref name="texts"/> that is no wider than <paramref name="room"/>, or the last.</summary>
    public static string First(float size, float room, params IReadOnlyList<string> texts) =>
        texts.FirstOrDefault(text => Width(text, size) <= room, texts[^1]);

    /// <summary>Width of a line, px.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using SKFont font = PictureFont.At(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>The text, or its beginning with "…" if it is wider than <paramref name="room"/>; nothing if not even that helps.</summary>
    public static string Fit(string text, float size, float room, bool bold = false)
    {
        if (Width(text, size, bold) <= room) return text;
        for (int length = text.Length - 1; length >= 3; length--)
        {
            string shorter = text[..length].TrimEnd() + "…";
            if (Width(shorter, size, bold) <= room) return shorter;
        }
        return "";
    }
}
