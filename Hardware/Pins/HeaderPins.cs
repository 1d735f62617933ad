using System.Device.Gpio;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Pins;

/// <summary>The GPIO lines of a Raspberry Pi's header.</summary>
/// <remarks>The chip is found by its label, for its number differs from kernel to kernel. Source: linux/drivers/pinctrl/bcm/pinctrl-bcm2835.c, pinctrl-rp1.c.</remarks>
public static class HeaderPins
{
    private const string Thing = "GPIO", Elsewhere = "run on a Raspberry Pi; or with --bus simulated";
    private static readonly string[] Labels = ["pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"];     // Pi Zero to 3, Pi 4, Pi 5

    /// <summary>Opens the header's chip; no line is taken yet.</summary>
    /// <exception cref="InvalidInputException">This machine has none, or this program may not use it.</exception>
    public static GpioController Open() => Open("/dev", path => new LinuxGpioChip(path));

    internal static GpioController Open(string devices, Func<string, LinuxGpioChip> open)
    {
        string[] files = [.. Directory.GetFiles(devices, "gpiochip*").Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new InvalidInputException(Thing, $"{devices}/gpiochip*", "does not exist", Elsewhere);
        List<string> others = [];
        InvalidInputException? refused = null;
        foreach (string file in files)
        {
            try
            {
                LinuxGpioChip chip = open(file);
                if (Labels.Contains(chip.Label)) return new GpioController(chip);
                others.Add($"'{chip.Label}'");
                chip.Dispose();
            }
            catch (InvalidInputException refusal)
            {
                refused ??= refusal;        // perhaps another one is the header's
            }
        }
        throw refused ?? new InvalidInputException(Thing, string.Join(", ", others), $"is none of {string.Join(", ", Labels)}", Elsewhere);
    }
}
