using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>What the colours of a panel mean, at its right.</summary>
internal static class ScaleColumn
{
    private const int Steps = 60;

    /// <summary>Adds the scale from <paramref name="from"/> to <paramref name="to"/>; <paramref name="color"/> takes shares from 0 to 1.</summary>
    public static void Add(Sheet sheet, SKRect data, string label, double from, double to, Func<double, SKColor> color) => sheet.Add(canvas =>
    {
        SKRect bar = new(data.Right + 18, data.Top, data.Right + 30, data.Bottom);
        using SKPaint paint = new();
        for (int k = 0; k < Steps; k++)
        {
            paint.Color = color((k + 0.5) / Steps);
            float bottom = bar.Bottom - bar.Height * k / Steps;
            canvas.DrawRect(new SKRect(bar.Left, bottom - bar.Height / Steps - 0.5f, bar.Right, bottom), paint);
        }
        foreach (double share in new[] { 0, 0.5, 1 })
            canvas.Write(NiceNumbers.Text(from + share * (to - from)), bar.Right + 6, bar.Bottom - (float)share * bar.Height + (share == 1 ? 9 : share == 0 ? 0 : 4.3f), 12, Palette.Text);
        canvas.WriteUp(label, bar.Right + 52, bar.MidY, 13, Palette.Text);
    });
}
