using Locomotion.Body.Ground;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Ground and water seen from the side; heights are exaggerated.</summary>
internal sealed class SideView(Habitat habitat, (double From, double To) x) : Drawing
{
    /// <summary>Lowest and highest height to show, m.</summary>
    public static (double Bottom, double Top) Heights(Habitat habitat)
    {
        double bottom = habitat.Profile.Min(point => point.Height);
        double top = Math.Max(habitat.Profile.Max(point => point.Height), habitat.WaterLevel);
        double margin = Math.Max(top - bottom, 1e-3) / 5;
        return (bottom - 1.5 * margin, top + margin);
    }

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        double[] bends = WaterShade.Bends(habitat, x.From, x.To);
        double bottom = Heights(habitat).Bottom;
        using SKPaint paint = new() { IsAntialias = true };
        using SKPath water = Under(bends, at => Math.Max(habitat.WaterLevel, habitat.Ground(at)), bottom);
        using SKPath ground = Under(bends, habitat.Ground, bottom);
        if (bends.Any(at => habitat.Depth(at) > 0))
        {
            paint.Color = Palette.WaterDeep;
            canvas.DrawPath(water, paint);
        }
        paint.Color = Palette.Earth;
        canvas.DrawPath(ground, paint);
        WriteDepth(canvas, bends);
    }

    private void WriteDepth(SKCanvas canvas, double[] bends)
    {
        double deepest = bends.Max(habitat.Depth);
        double[] places = [.. bends.Where(at => habitat.Depth(at) == deepest)];
        if (deepest <= 0) return;
        string text = $"{NiceNumbers.Length(NiceNumbers.Rounded(deepest))} deep";
        float middle = (PixelX(places[0]) + PixelX(places[^1])) / 2;
        float level = (PixelY(habitat.WaterLevel) + PixelY(habitat.WaterLevel - deepest)) / 2;
        if (Lettering.Width(text, 11) < PixelX(places[^1]) - PixelX(places[0]))
            canvas.Write(text, middle, level + 4, 11, Palette.Text, SKTextAlign.Center);
    }

    private SKPath Under(double[] places, Func<double, double> height, double bottom)
    {
        SKPath path = new();
        path.MoveTo(PixelX(places[0]), PixelY(bottom));
        foreach (double place in places)
            path.LineTo(PixelX(place), PixelY(height(place)));
        path.LineTo(PixelX(places[^1]), PixelY(bottom));
        path.Close();
        return path;
    }
}
