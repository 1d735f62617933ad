using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Circuits;

/// <summary>
/// The rhythm generator of a walking mouse: for each limb a flexor and an extensor burster, and commissural and propriospinal
/// interneurons between the limbs. More of the command "freq" makes it faster and changes the gait; "sync" takes the diagonal and
/// left-right inhibition away.
/// </summary>
/// <remarks>
/// Populations are named LIMB.unit, limbs FL, FR, HL, HR (fore and hind, left and right); commands "freq.L", "freq.R", "sync.L", "sync.R".
/// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454, after Danner et al. 2019, Front. Cell. Neurosci.
/// 13:9, doi:10.3389/fncel.2019.00009.</para>
/// </remarks>
public static class Mouse
{
    /// <summary>Fore left, fore right, hind left, hind right.</summary>
    public static readonly IReadOnlyList<string> Limbs = ["FL", "FR", "HL", "HR"];

    /// <summary>The commands.</summary>
    public static readonly IReadOnlyList<string> Commands = ["freq.L", "freq.R", "sync.L", "sync.R"];

    /// <summary>The circuit.</summary>
    public static CircuitDesign Design()
    {
        CircuitDesign design = new();
        foreach (string command in Commands) design.Commands(command);
        foreach (string limb in Limbs) Declare(design, limb);
        foreach (string side in Sides)
        {
            string fore = $"F{side}", hind = $"H{side}", otherHind = $"H{Other(side)}";
            WithinLimb(design, fore, side);
            WithinLimb(design, hind, side);
            AcrossGirdle(design, fore);
            AcrossGirdle(design, hind);
            AlongBody(design, fore, hind, otherHind, side);
        }
        return design;
    }

    private static IReadOnlyList<string> Sides { get; } = ["L", "R"];

    private static string Other(string side) => side == "L" ? "R" : "L";

    private static void Declare(CircuitDesign design, string limb)
    {
        BursterParameters burster = new()
        {
            AdaptationTime = 0.45, ActiveTime = 0.075, QuietTime = 0.4,
            ActiveScalePositive = 0.125, ActiveScaleNegative = 0.4, QuietScalePositive = 0.025, QuietScaleNegative = 1.1,
            ActiveAdaptationPositive = 1, ActiveAdaptationNegative = 1.2, QuietAdaptationPositive = 1.2, QuietAdaptationNegative = 0.8,
            TonicAbove = 1, QuietDelay = 0.1, QuietMargin = 0.05, Noise = 0.02,
        };
        BiolikeShape shape = new() { QuietFrom = 0.6 };
        RateParameters interneuron = new() { VoltageTime = 0.01 };
        design.Bursters($"{limb}.flexor", burster with { Bias = -0.05, QuietDelay = limb[1] == 'L' ? 0.07 : 0.02 }, shape);
        design.Bursters($"{limb}.extensor", burster with { Bias = 1.2 }, shape);
        design.Rates($"{limb}.cross_V0d", interneuron);
        design.Rates($"{limb}.cross_V3f", interneuron with { Bias = -0.2 });
        design.Rates($"{limb}.cross_V3e", interneuron);
        if (limb[0] == 'F')
        {
            design.Rates($"{limb}.diagd_V0d", interneuron);
            design.Rates($"{limb}.diagd_V0v", interneuron);
            design.Rates($"{limb}.diagd_In2", interneuron with { Bias = -0.5 });
        }
        else
        {
            design.Rates($"{limb}.diaga_V3a", interneuron with { Bias = -0.7 });
        }
    }

    private static void WithinLimb(CircuitDesign design, string limb, string side)
    {
        Connect(design, $"{limb}.flexor", $"{limb}.extensor", -2);
        Connect(design, $"{limb}.extensor", $"{limb}.flexor", -0.1);
        Connect(design, $"{limb}.flexor", $"{limb}.cross_V3f", 1);
        Connect(design, $"{limb}.flexor", $"{limb}.cross_V0d", 1);
        Connect(design, $"{limb}.extensor", $"{limb}.cross_V3e", 1);
        Connect(design, $"freq.{side}", $"{limb}.flexor", 0.65);
        Connect(design, $"freq.{side}", $"{limb}.cross_V3f", 0.3);
        Connect(design, $"sync.{side}", $"{limb}.cross_V0d", -0.6);
    }

    private static void AcrossGirdle(CircuitDesign design, string limb)
    {
        string other = $"{limb[0]}{Other(limb[1..])}";
        Connect(design, $"{limb}.cross_V0d", $"{other}.flexor", other[1] == 'R' ? -1.2 : -1.4);
        Connect(design, $"{limb}.cross_V3e", $"{other}.flexor", -0.3);
        Connect(design, $"{limb}.cross_V3e", $"{other}.extensor", 0.2);
        Connect(design, $"{limb}.cross_V3f", $"{other}.flexor", 0.2);
    }

    private static void AlongBody(CircuitDesign design, string fore, string hind, string otherHind, string side)
    {
        string otherFore = $"F{Other(side)}";
        Connect(design, $"{fore}.flexor", $"{hind}.flexor", -1.2);
        Connect(design, $"{fore}.extensor", $"{hind}.flexor", 0.05);
        Connect(design, $"{hind}.extensor", $"{fore}.flexor", 0.05);

        Connect(design, $"{fore}.flexor", $"{fore}.diagd_V0d", 1);
        Connect(design, $"{fore}.flexor", $"{fore}.diagd_V0v", 1);
        Connect(design, $"{fore}.diagd_V0d", $"{otherHind}.flexor", -0.8);
        Connect(design, $"{fore}.diagd_V0v", $"{otherHind}.flexor", 0.4);
        Connect(design, $"{fore}.cross_V3f", $"{fore}.diagd_In2", 1);
        Connect(design, $"{fore}.diagd_In2", $"{fore}.diagd_V0d", -0.7);

        Connect(design, $"{hind}.flexor", $"{hind}.diaga_V3a", 1);
        Connect(design, $"{hind}.diaga_V3a", $"{otherFore}.flexor", 0.4);
        Connect(design, $"{hind}.diaga_V3a", $"{otherFore}.diagd_In2", 0.1);

        Connect(design, $"freq.{side}", $"{hind}.diaga_V3a", 0.5);
        Connect(design, $"sync.{side}", $"{fore}.diagd_V0d", -1.2);
        Connect(design, $"sync.{side}", $"{fore}.diagd_V0v", -0.6);
    }

    private static void Connect(CircuitDesign design, string source, string target, double weight) =>
        design.Connect(design[source], design[target], weight);
}
