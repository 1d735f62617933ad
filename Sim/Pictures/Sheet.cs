using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>One picture: layers drawn one over the other on white paper, saved as PNG and SVG. Sizes are in px at 96 dpi.</summary>
internal sealed class Sheet(float width, float height) : IDisposable
{
    /// <summary>Pixels of the PNG for one of the sheet.</summary>
    public const int Density = 2;

    /// <summary>Room between a plot's data area and the edge of what it may draw on.</summary>
    private const float Surround = 100;

    /// <summary>What an SVG says of its font: the reader's machine may lack ours.</summary>
    private const string Family = "font-family=\"Inter, Helvetica, Arial, sans-serif\"";

    private readonly List<Action<SKCanvas>> layers = [];
    private readonly List<Plot> plots = [];

    /// <summary>Width, px.</summary>
    public float Width { get; } = width;

    /// <summary>Height, px.</summary>
    public float Height { get; } = MathF.Ceiling(height);

    /// <summary>Adds what <paramref name="layer"/> draws.</summary>
    public void Add(Action<SKCanvas> layer) => layers.Add(layer);

    /// <summary>Adds a plot whose data area fills <paramref name="data"/>.</summary>
    public void Add(Plot plot, SKRect data)
    {
        plots.Add(plot);
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.Layout.Fixed(new PixelPadding(Surround));
        PixelRect figure = new(data.Left - Surround, data.Right + Surround, data.Bottom + Surround, data.Top - Surround);
        layers.Add(canvas => plot.RenderManager.Render(canvas, figure));
    }

    /// <summary>Writes a heading and a line below it at the top left.</summary>
    public void Title(string title, string subtitle, float left = 24)
    {
        string heading = Lettering.Fit(title, 21, Width - 2 * left, bold: true);
        string line = Lettering.Fit(subtitle, 13, Width - 2 * left);
        Add(canvas =>
        {
            canvas.Write(heading, left, 38, 21, Palette.Ink, bold: true);
            canvas.Write(line, left, 60, 13, Palette.Muted);
        });
    }

    /// <summary>Saves NAME.png and NAME.svg; returns their paths.</summary>
    public IReadOnlyList<string> Save(string folder, string name)
    {
        string png = Path.Combine(folder, name + ".png"), svg = Path.Combine(folder, name + ".svg");
        SavePng(png);
        SaveSvg(svg);
        return [png, svg];
    }

    /// <inheritdoc/>
    public void Dispose() => plots.ForEach(plot => plot.Dispose());

    private void SavePng(string path)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo((int)(Width * Density), (int)(Height * Density)));
        surface.Canvas.Scale(Density);
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        using FileStream file = File.Create(path);
        data.SaveTo(file);
    }

    private void SaveSvg(string path)
    {
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), stream))
            Draw(canvas);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        text = text.Replace(
            "font-weight=\"500\" font-family=\"Inter SemiBold, Inter\"", $"font-weight=\"600\" {Family}", StringComparison.Ordinal);
        text = text.Replace("font-family=\"Inter\"", Family, StringComparison.Ordinal);
        text = text.Replace("<svg ", $"<svg viewBox=\"0 0 {Width} {Height}\" ", StringComparison.Ordinal);
        File.WriteAllText(path, text);
    }

    private void Draw(SKCanvas canvas)
    {
        using SKPaint paper = new() { Color = Palette.Paper };
        canvas.DrawRect(SKRect.Create(Width, Height), paper);
        foreach (Action<SKCanvas> layer in layers)
        {
            canvas.Save();
            layer(canvas);
            canvas.Restore();
        }
    }
}
