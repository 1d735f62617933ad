using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The colours of the neuron pictures, apart in lightness as well as in hue.</summary>
internal static class NeuronPalette
{
    private static readonly SKColor[] inhibition = [new(0xB4, 0xBA, 0xC2), new(0xE0, 0x82, 0x14), new(0x7A, 0x36, 0x05)];
    private static readonly SKColor[] excitation = [new(0xB4, 0xBA, 0xC2), new(0x8A, 0x6B, 0xBE), new(0x2D, 0x00, 0x4B)];
    private static readonly SKColor[] parts = [Palette.Paper, new(0x6A, 0xA6, 0xD6), new(0x08, 0x2A, 0x54)];

    /// <summary>From inhibition (−1, brown) over nothing (0, grey) to excitation (1, violet), the darker the stronger.</summary>
    public static SKColor Strength(double share) => Along(share < 0 ? inhibition : excitation, Math.Abs(share));

    /// <summary>From none (0, white) to all (1, dark blue).</summary>
    public static SKColor Share(double share) => Along(parts, share);

    /// <summary>Along three colours, from the first (0) to the last (1); paper for what is not a number.</summary>
    private static SKColor Along(SKColor[] colors, double share)
    {
        if (double.IsNaN(share)) return Palette.Paper;
        double place = 2 * Math.Clamp(share, 0, 1);
        return place < 1 ? Palette.Mix(colors[0], colors[1], place) : Palette.Mix(colors[1], colors[2], place - 1);
    }
}
