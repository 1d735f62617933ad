using Locomotion.Controller.Parameters;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Sweeps;

/// <summary>Colours of words and of numbers on maps.</summary>
internal static class SweepColors
{
    /// <remarks>Source: Okabe and Ito 2008, "Color Universal Design", and greys.</remarks>
    private static readonly SKColor[] words =
    [
        new(0x00, 0x5B, 0x96), new(0xD5, 0x5E, 0x00), new(0x00, 0x9E, 0x73), new(0xE6, 0x9F, 0x00), new(0x56, 0xB4, 0xE9), new(0xCC, 0x79, 0xA7), new(0x84, 0x8E, 0x99),
        new(0x24, 0x2C, 0x37),
    ];

    /// <remarks>From dark to light, even in lightness; anchors of cividis: Nuñez, Anderton, Renslow 2018, PLoS ONE 13:e0199239.</remarks>
    private static readonly SKColor[] scale =
        [new(0x00, 0x22, 0x4E), new(0x35, 0x45, 0x6C), new(0x66, 0x69, 0x70), new(0x94, 0x8E, 0x77), new(0xC8, 0xB8, 0x66), new(0xFE, 0xE8, 0x38)];

    /// <summary>The colour of a word, which is number <paramref name="k"/> of those on the map.</summary>
    public static SKColor Of(string word, int k) => Naming.TryWord(word, out Behaviour behaviour) ? BehaviourPicture.Color(behaviour)
        : word.Length == 0 ? Palette.Row
        : words[k % words.Length];

    /// <summary>The colour of a share from 0 to 1.</summary>
    public static SKColor Of(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (scale.Length - 1);
        int k = Math.Min((int)place, scale.Length - 2);
        return Palette.Mix(scale[k], scale[k + 1], place - k);
    }

    /// <summary>The colour of text on another colour.</summary>
    public static SKColor On(SKColor color) => 0.3 * color.Red + 0.59 * color.Green + 0.11 * color.Blue < 140 ? Palette.Paper : Palette.Ink;

    /// <summary>A word as people read it.</summary>
    public static string Text(string word) => Naming.TryWord(word, out Behaviour behaviour) ? behaviour.InWords() : word.Length == 0 ? "no result" : word;
}
