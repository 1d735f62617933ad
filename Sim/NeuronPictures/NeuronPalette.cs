using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The colours of the neuron pictures, apart in lightness as well as in hue.</summary>
/// <remarks>Source of the series: Okabe and Ito 2008, "Color Universal Design", safe for colour-blind eyes.</remarks>
internal static class NeuronPalette
{
    public static readonly SKColor First = new(0x00, 0x5B, 0x96), Second = new(0xD5, 0x5E, 0x00), Third = new(0x00, 0x9E, 0x73);

    /// <summary>The colour of the series number <paramref name="k"/>.</summary>
    public static SKColor Series(int k) => (k % 3) switch { 0 => First, 1 => Second, _ => Third };

    /// <summary>From inhibition (−1, orange) over nothing (0, grey) to excitation (1, violet).</summary>
    public static SKColor Strength(double share) => Palette.Mix(Palette.Bend(share), Palette.Ink, 0.12 + 0.25 * (1 - Math.Min(1, Math.Abs(share) * 2)));

    /// <summary>From none (0, white) to all (1, dark blue).</summary>
    public static SKColor Share(double share) => share < 0.5
        ? Palette.Mix(Palette.Paper, new SKColor(0x6A, 0xA6, 0xD6), Math.Clamp(share, 0, 0.5) * 2)
        : Palette.Mix(new SKColor(0x6A, 0xA6, 0xD6), new SKColor(0x08, 0x2A, 0x54), (Math.Clamp(share, 0.5, 1) - 0.5) * 2);
}
