using ScottPlot;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Something drawn on a plot's data area by hand. It takes no part in finding the axis limits.</summary>
internal abstract class Drawing : IPlottable
{
    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        rp.Canvas.Save();
        rp.Canvas.ClipRect(rp.DataRect.ToSKRect());
        Draw(rp.Canvas);
        rp.Canvas.Restore();
    }

    /// <summary>Draws, clipped to the data area.</summary>
    protected abstract void Draw(SKCanvas canvas);

    /// <summary>Pixel of a horizontal coordinate.</summary>
    protected float PixelX(double x) => Axes.GetPixelX(x);

    /// <summary>Pixel of a vertical coordinate.</summary>
    protected float PixelY(double y) => Axes.GetPixelY(y);
}
