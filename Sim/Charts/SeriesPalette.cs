using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>The colours of a chart's series, apart in lightness as well as in hue.</summary>
/// <remarks>Source: Okabe and Ito 2008, "Color Universal Design", safe for colour-blind eyes; the blue is darker than theirs.</remarks>
internal static class SeriesPalette
{
    public static readonly SKColor First = new(0x00, 0x5B, 0x96), Second = new(0xD5, 0x5E, 0x00), Third = new(0x00, 0x9E, 0x73);

    /// <summary>The colour of the series number <paramref name="k"/>.</summary>
    public static SKColor Series(int k) => (k % 3) switch { 0 => First, 1 => Second, _ => Third };
}
