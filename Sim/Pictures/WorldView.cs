using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>How a part of the world, seen from above, is laid on the paper: turned, and enlarged alike in both directions.</summary>
/// <param name="PixelsPerMetre">How much it is enlarged.</param>
/// <param name="Matrix">From world, m, to the sheet, px; world y points up.</param>
internal readonly record struct WorldView(float PixelsPerMetre, SKMatrix Matrix)
{
    /// <summary>Shows the place (x, y) at <paramref name="center"/>, and what heads along <paramref name="heading"/> to the right.</summary>
    public static WorldView Around(double x, double y, double heading, SKPoint center, float pixelsPerMetre)
    {
        SKMatrix matrix = SKMatrix.CreateTranslation((float)-x, (float)-y)
            .PostConcat(SKMatrix.CreateRotation((float)-heading))
            .PostConcat(SKMatrix.CreateScale(pixelsPerMetre, -pixelsPerMetre))
            .PostConcat(SKMatrix.CreateTranslation(center.X, center.Y));
        return new WorldView(pixelsPerMetre, matrix);
    }

    /// <summary>Where a place lies on the sheet.</summary>
    public SKPoint Pixel(double x, double y) => Matrix.MapPoint((float)x, (float)y);

    /// <summary>Length on the sheet, px.</summary>
    public float Pixels(double metres) => (float)metres * PixelsPerMetre;
}
