using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>What a line or a mark means; without a kind of mark it is a line, which may be dashed.</summary>
internal readonly record struct KeyEntry(string Meaning, SKColor Color, MarkKind? Mark = null, bool IsDashed = false);

/// <summary>The meanings of lines and marks, in one line.</summary>
internal static class Key
{
    private const float Size = 12, Sample = 22, Gap = 6, Between = 20;

    /// <summary>Adds it from (<paramref name="left"/>, <paramref name="y"/>) to the right.</summary>
    public static void Add(Sheet sheet, float left, float y, params IReadOnlyList<KeyEntry> entries) => sheet.Add(canvas =>
    {
        float x = left;
        using SKPathEffect dashes = SKPathEffect.CreateDash([5, 3.5f], 0);
        using SKPaint paint = new() { IsStroke = true, StrokeWidth = 2.5f, IsAntialias = true };
        foreach (KeyEntry entry in entries)
        {
            paint.Color = entry.Color;
            paint.PathEffect = entry.IsDashed ? dashes : null;
            float sample = entry.Mark is null ? Sample : 9;
            if (entry.Mark is { } mark) Marks.Draw(canvas, new SKPoint(x + sample / 2, y), entry.Color, mark, 3.5f);
            else canvas.DrawLine(x, y, x + sample, y, paint);
            canvas.Write(entry.Meaning, x + sample + Gap, y + 4.3f, Size, Palette.Text);
            x += sample + Gap + Lettering.Width(entry.Meaning, Size) + Between;
        }
    });
}
