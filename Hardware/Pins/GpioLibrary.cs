using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Pins;

/// <summary>A libgpiod, of one of the two interfaces that there are.</summary>
/// <param name="Chips">The machine's GPIO chips.</param>
/// <param name="Drive">A driver of one of them.</param>
internal sealed record GpioLibrary(Func<IEnumerable<GpioChipInfo>> Chips, Func<GpioChipInfo, GpioDriver> Drive)
{
    /// <summary>Of Debian 12 and of Debian 13.</summary>
    public const string Old = "libgpiod.so.2", New = "libgpiod.so.3";

    /// <summary>The one that this machine has; null: none.</summary>
    public static GpioLibrary? Installed =>
        Has(New) ? new(LibGpiodV2Driver.GetAvailableChips, chip => new LibGpiodV2Driver(chip))
        : Has(Old) ? new(LibGpiodDriver.GetAvailableChips, chip => new LibGpiodDriver(chip)) : null;

    private static bool Has(string library)
    {
        if (!NativeLibrary.TryLoad(library, out nint handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
