using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>
/// The typeface of all pictures: Inter, carried inside the program, since a bare machine has no font at all and then draws no text.
/// </summary>
internal sealed class PictureFont : IFontResolver
{
    /// <summary>Family name.</summary>
    public const string Family = "Inter";

    private static readonly SKTypeface regular = Load("Inter-Regular.ttf"), semiBold = Load("Inter-SemiBold.ttf");
    private static readonly bool known = Register();

    private PictureFont()
    {
    }

    /// <summary>Makes ScottPlot know the font.</summary>
    public static bool Use() => known;

    /// <summary>The font at a size, px.</summary>
    public static SKFont At(float size, bool bold = false) =>
        new(bold ? semiBold : regular, size) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Family ? weight >= FontWeight.SemiBold ? semiBold : regular : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Family ? bold ? semiBold : regular : null;

    private static bool Register()
    {
        Fonts.FontResolvers.Insert(0, new PictureFont());
        Fonts.Default = Family;
        return true;
    }

    private static SKTypeface Load(string file)
    {
        Assembly assembly = typeof(PictureFont).Assembly;
        string? name = Array.Find(assembly.GetManifestResourceNames(), resource => resource.EndsWith(file, StringComparison.Ordinal));
        using Stream? stream = name is null ? null : assembly.GetManifestResourceStream(name);
        using SKData? data = stream is null ? null : SKData.Create(stream);
        return (data is null ? null : SKTypeface.FromData(data))
            ?? throw new InvalidOperationException($"The font {file} is not in the program; Sim/Locomotion.Sim.csproj embeds it.");
    }
}
