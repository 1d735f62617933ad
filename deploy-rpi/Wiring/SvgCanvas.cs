using System.Globalization;
using System.Text;

namespace Locomotion.Deploy.Wiring;

/// <summary>An SVG picture in the making: boxes, lines and words.</summary>
internal sealed class SvgCanvas(double width)
{
    private readonly StringBuilder body = new();

    /// <summary>How far down anything was drawn.</summary>
    public double Bottom { get; private set; }

    /// <summary>Its width.</summary>
    public double Width => width;

    /// <summary>A box with rounded corners.</summary>
    public void Box(double x, double y, double w, double h, string fill, string edge)
    {
        body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"7\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"1.4\"/>\n");
        Bottom = Math.Max(Bottom, y + h);
    }

    /// <summary>A line through points x, y, x, y…</summary>
    public void Line(string colour, double thickness, params ReadOnlySpan<double> points)
    {
        body.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thickness}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" points=\"");
        for (int k = 0; k < points.Length; k += 2) body.Append(CultureInfo.InvariantCulture, $"{points[k]},{points[k + 1]} ");
        body.Append("\"/>\n");
    }

    /// <summary>A junction.</summary>
    public void Dot(string colour, double x, double y) => body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"3.6\" fill=\"{colour}\"/>\n");

    /// <summary>Words that begin at x, or are centred there.</summary>
    public void Text(double x, double y, string text, double size = 12, string colour = "#1f2937", bool bold = false, bool centred = false)
    {
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{(bold ? " font-weight=\"600\"" : "")}{(centred ? " text-anchor=\"middle\"" : "")}>{Escape(text)}</text>\n");
        Bottom = Math.Max(Bottom, y);
    }

    /// <summary>The whole picture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Bottom + 24}\" width=\"{width}\" height=\"{Bottom + 24}\" font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{body}</svg>\n");

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
