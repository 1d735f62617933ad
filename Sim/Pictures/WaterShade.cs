using Locomotion.Body.Ground;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Water seen from above: the deeper, the darker, with its shores.</summary>
internal static class WaterShade
{
    /// <summary>Fills the canvas' clip with what <paramref name="view"/> shows there.</summary>
    public static void Draw(SKCanvas canvas, Habitat habitat, WorldView view)
    {
        canvas.Save();
        canvas.Concat(view.Matrix);
        SKRect area = canvas.LocalClipBounds;       // m
        double[] bends = Bends(habitat, area.Left, area.Right);
        double deepest = habitat.Profile.Max(point => habitat.Depth(point.X));
        using SKPaint paint = new();
        for (int k = 0; k < bends.Length - 1; k++)
        {
            double a = habitat.Depth(bends[k]), b = habitat.Depth(bends[k + 1]);
            if (Math.Max(a, b) <= 0) continue;
            SKRect strip = new((float)bends[k], area.Top, (float)bends[k + 1], area.Bottom);
            using SKShader shader = SKShader.CreateLinearGradient(new SKPoint(strip.Left, 0), new SKPoint(strip.Right, 0),
                [Shade(a), Shade(b)], null, SKShaderTileMode.Clamp);
            paint.Shader = shader;
            canvas.DrawRect(strip, paint);
        }
        using SKPaint shore = new() { Color = Palette.Shore, IsStroke = true, StrokeWidth = 1 / view.PixelsPerMetre, IsAntialias = true };
        foreach (double x in Shores(habitat).Where(x => x > area.Left && x < area.Right))
            canvas.DrawLine((float)x, area.Top, (float)x, area.Bottom, shore);
        canvas.Restore();

        SKColor Shade(double depth) => Palette.Mix(Palette.WaterShallow, Palette.WaterDeep, depth / deepest);
    }

    /// <summary>The ends, and the places between where the depth changes its slope, in order, m.</summary>
    public static double[] Bends(Habitat habitat, double from, double to) =>
    [
        from,
        .. habitat.Profile.Select(point => point.X).Concat(Shores(habitat)).Where(x => x > from && x < to).Order(),
        to,
    ];

    /// <summary>Where the ground passes through the water's surface, m.</summary>
    private static IEnumerable<double> Shores(Habitat habitat)
    {
        (double X, double Height)[] profile = [.. habitat.Profile];
        for (int k = 0; k < profile.Length - 1; k++)
        {
            double share = (habitat.WaterLevel - profile[k].Height) / (profile[k + 1].Height - profile[k].Height);
            if (share is > 0 and <= 1) yield return profile[k].X + share * (profile[k + 1].X - profile[k].X);
        }
    }
}
