using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>What the colours of a kymograph mean.</summary>
internal static class ColorBar
{
    private const float Distance = 14, Thickness = 11;

    /// <summary>Adds the scale, which ends at ±<paramref name="largest"/> rad, to the right of <paramref name="data"/>.</summary>
    public static void Add(Sheet sheet, SKRect data, double largest) => sheet.Add(canvas =>
    {
        SKRect bar = new(data.Right + Distance, data.Top, data.Right + Distance + Thickness, data.Bottom);
        using SKShader shader = SKShader.CreateLinearGradient(new SKPoint(0, bar.Bottom), new SKPoint(0, bar.Top),
            [.. Enumerable.Range(0, 9).Select(k => Palette.Bend(k / 4.0 - 1))], null, SKShaderTileMode.Clamp);
        using SKPaint paint = new() { Shader = shader };
        canvas.DrawRect(bar, paint);
        foreach (double value in new[] { -largest, 0, largest })
        {
            float y = bar.MidY - (float)(value / largest) * bar.Height / 2;
            float shift = value < 0 ? 0 : value > 0 ? 9 : 4.3f;
            canvas.Write(NiceNumbers.Text(value), bar.Right + 5, y + shift, 12, Palette.Text);
        }
        string label = Lettering.First(12, bar.Height + 12, "bend, rad (left +)", "bend, rad", "rad");
        canvas.WriteUp(label, bar.Right + 44, bar.MidY, 12, Palette.Text);
    });
}
