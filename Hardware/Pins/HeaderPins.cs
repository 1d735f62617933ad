using System.Device.Gpio;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Pins;

/// <summary>The GPIO lines of a Raspberry Pi's header, through the kernel's character devices, which lend a line to one program at a time.</summary>
/// <remarks>
/// What the package chooses by itself maps the registers of a Pi 3 or 4: that reserves no line, and needs /dev/gpiomem, which the service may not open.
/// The chip is found by its label, for its number differs from kernel to kernel. Source: linux/drivers/pinctrl/bcm/pinctrl-bcm2835.c, pinctrl-rp1.c.
/// </remarks>
public static class HeaderPins
{
    private const string Thing = "GPIO";
    private static readonly string[] Labels = ["pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"];     // Pi Zero to 3, Pi 4, Pi 5

    /// <summary>Opens the header's chip; no line is taken yet.</summary>
    /// <exception cref="InvalidInputException">This machine has none, this program may not use it, or libgpiod is missing.</exception>
    public static GpioController Open() => Open("/dev", () => GpioLibrary.Installed);

    internal static GpioController Open(string devices, Func<GpioLibrary?> installed)
    {
        string[] files = [.. Directory.GetFiles(devices, "gpiochip*").Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new InvalidInputException(Thing, $"{devices}/gpiochip*", "does not exist", "run on a Raspberry Pi; or with --bus simulated");
        foreach (string file in files) MayUse(file);
        GpioLibrary library = installed()
            ?? throw new InvalidInputException(Thing, $"{GpioLibrary.New} or {GpioLibrary.Old}", "is not installed", "sudo apt install libgpiod2, on Debian 13 libgpiod3");
        try
        {
            GpioChipInfo[] chips = [.. library.Chips()];
            GpioChipInfo header = chips.FirstOrDefault(chip => Labels.Contains(chip.Label))
                ?? throw new InvalidInputException(Thing, string.Join(", ", chips.Select(chip => $"'{chip.Label}'")), $"is none of {string.Join(", ", Labels)}",
                    "run on a Raspberry Pi; or with --bus simulated");
            return new GpioController(library.Drive(header));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or DllNotFoundException or TypeInitializationException)
        {
            throw new InvalidInputException(Thing, fault.GetBaseException().Message.TrimEnd('.'), "cannot be used", "be in the group gpio, and let libgpiod be as Debian has it");
        }
    }

    /// <summary>libgpiod does not survive a chip that it may not open, so it is asked for before.</summary>
    private static void MayUse(string file)
    {
        try
        {
            File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(Thing, file, $"cannot be opened: {fault.Message.TrimEnd('.')}", "be in the group gpio");
        }
    }
}
