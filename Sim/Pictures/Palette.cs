using ScottPlot;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>
/// Every colour of the pictures. The phases differ in lightness as well as in hue, so they stay apart in grey and for colour-blind
/// eyes.
/// </summary>
internal static class Palette
{
    public static readonly SKColor
        Paper = SKColors.White,
        Ink = new(0x24, 0x2C, 0x37),        // stance bars, titles, heads
        Text = new(0x3B, 0x45, 0x52),       // labels
        Muted = new(0x75, 0x80, 0x8D),      // second lines, lifted legs
        Hairline = new(0xC4, 0xCC, 0xD4),   // axes
        Grid = new(0xE8, 0xEC, 0xF0),
        Row = new(0xF5, 0xF7, 0xF9),        // behind dry rows
        Wet = new(0xD3, 0xE7, 0xF6),        // behind wet rows
        Folded = new(0x3C, 0x86, 0xBF),     // the hairline of a folded leg
        WaterShallow = new(0xEA, 0xF4, 0xFB),
        WaterDeep = new(0xB9, 0xDA, 0xF2),
        Shore = new(0x6A, 0xA6, 0xD6),
        Earth = new(0xD8, 0xCF, 0xC2);

    /// <summary>Bend from −1 (right) to 1 (left).</summary>
    /// <remarks>Source: PuOr of nine colours, C. Brewer, ColorBrewer 2.0 (Apache 2.0), rated safe for colour-blind eyes.</remarks>
    private static readonly SKColor[] bend =
    [
        new(0xB3, 0x58, 0x06), new(0xE0, 0x82, 0x14), new(0xFD, 0xB8, 0x63), new(0xFE, 0xE0, 0xB6), new(0xF7, 0xF7, 0xF7),
        new(0xD8, 0xDA, 0xEB), new(0xB2, 0xAB, 0xD2), new(0x80, 0x73, 0xAC), new(0x54, 0x27, 0x88),
    ];

    /// <summary>The colour of a phase.</summary>
    public static SKColor Of(PhaseKind kind) => kind switch
    {
        PhaseKind.SlowWalk => new(0xE3, 0xA6, 0x2F),
        PhaseKind.FastWalk => new(0xB8, 0x43, 0x2B),
        PhaseKind.Swim => new(0x1F, 0x6C, 0xA8),
        _ => new(0x84, 0x8E, 0x99),
    };

    /// <summary>The colour of text on top of <see cref="Of"/>.</summary>
    public static SKColor On(PhaseKind kind) => kind == PhaseKind.SlowWalk ? Ink : Paper;

    /// <summary>The colour of a bend as a share of the largest one shown, −1 to 1.</summary>
    public static SKColor Bend(double share)
    {
        double place = (Math.Clamp(share, -1, 1) + 1) / 2 * (bend.Length - 1);
        int k = Math.Min((int)place, bend.Length - 2);
        return Mix(bend[k], bend[k + 1], place - k);
    }

    /// <summary>A colour between two, <paramref name="share"/> of the way from <paramref name="a"/> to <paramref name="b"/>.</summary>
    public static SKColor Mix(SKColor a, SKColor b, double share) => new(
        Between(a.Red, b.Red, share), Between(a.Green, b.Green, share), Between(a.Blue, b.Blue, share), Between(a.Alpha, b.Alpha, share));

    /// <summary>The same colour for ScottPlot.</summary>
    public static Color ForPlot(this SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);

    private static byte Between(byte a, byte b, double share) => (byte)Math.Round(a + (b - a) * share);
}
