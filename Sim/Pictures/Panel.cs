using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A plot in the style of all pictures, placed on a sheet by its data area.</summary>
internal sealed class Panel
{
    private const float TickSize = 12, LabelSize = 13;

    private readonly Sheet sheet;

    /// <summary>An empty panel whose axes run over <paramref name="x"/> and <paramref name="y"/> (bottom, top).</summary>
    public Panel(Sheet sheet, SKRect data, (double From, double To) x, (double Bottom, double Top) y)
    {
        PictureFont.Use();
        this.sheet = sheet;
        Data = data;
        X = x;
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.Axes.SetLimits(x.From, x.To, y.Bottom, y.Top);
        Plot.HideGrid();
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Color = Palette.Hairline.ForPlot();
            axis.FrameLineStyle.Width = 1;
            axis.FrameLineStyle.IsVisible = axis == Plot.Axes.Left || axis == Plot.Axes.Bottom;
            axis.MajorTickStyle.Color = Palette.Hairline.ForPlot();
            axis.MajorTickStyle.Length = 4;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = PictureFont.Family;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.TickLabelStyle.ForeColor = Palette.Text.ForPlot();
            axis.TickGenerator = new NumericManual();
        }
        sheet.Add(Plot, data);
    }

    /// <summary>The plot.</summary>
    public Plot Plot { get; } = new();

    /// <summary>Where its data area lies on the sheet.</summary>
    public SKRect Data { get; }

    /// <summary>Its horizontal axis.</summary>
    public (double From, double To) X { get; }

    /// <summary>Adds a drawing on top of the others.</summary>
    public void Add(Drawing drawing) => Plot.Add.Plottable(drawing);

    /// <summary>Hides all axis lines.</summary>
    public void HideFrame() => Plot.Axes.Frame(false);

    /// <summary>Round numbers below, mostly 70 px or more apart, and what they are; without <paramref name="label"/> only marks.</summary>
    public void TicksX(string? label)
    {
        double[] ticks = NiceNumbers.Ticks(X.From, X.To, Math.Max(2, (int)(Data.Width / 70)));
        TicksX(ticks, label is null ? _ => "" : NiceNumbers.Format(ticks), label);
    }

    /// <summary>Given numbers below, as <paramref name="text"/> writes them, and what they are.</summary>
    public void TicksX(double[] ticks, Func<double, string> text, string? label)
    {
        Plot.Axes.Bottom.TickGenerator = Manual(ticks, text);
        if (label is not null)
            sheet.Add(canvas => canvas.Write(label, Data.MidX, Data.Bottom + 36, LabelSize, Palette.Text, SKTextAlign.Center));
    }

    /// <summary>Given numbers on the left, as <paramref name="text"/> writes them, and what they are.</summary>
    public void TicksY(double[] ticks, Func<double, string> text, string? label, float distance = 44)
    {
        Plot.Axes.Left.TickGenerator = Manual(ticks, text);
        if (label is not null) sheet.Add(canvas => canvas.WriteUp(label, Data.Left - distance, Data.MidY, LabelSize, Palette.Text));
    }

    private static NumericManual Manual(double[] ticks, Func<double, string> text) => new(ticks, [.. ticks.Select(text)]);
}
