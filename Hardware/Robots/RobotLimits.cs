using System.Globalization;
using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Robots;

/// <summary>What a robot file may ask for at most. Reader and schema both take it from here.</summary>
internal static class RobotLimits
{
    /// <summary>Most segments.</summary>
    public const int Segments = 64;

    /// <summary>Highest number of a bus.</summary>
    public const int LastBus = 63;

    /// <summary>Highest number of a GPIO line.</summary>
    public const int LastPin = 63;

    /// <summary>Shortest and longest servo frame, s.</summary>
    public const double ShortestFrame = 3e-3, LongestFrame = 0.05;

    /// <summary>Farthest place of a joint.</summary>
    public const double FarthestPlace = 3.2;

    /// <summary>First and last address of a chip on a bus (I2C specification UM10204, 3.1.12: the others are reserved).</summary>
    public const int FirstAddress = 0x08, LastAddress = 0x77;

    /// <summary>What an address looks like, as a regular expression.</summary>
    public const string AddressPattern = "^0x[0-9a-fA-F]{2}$";

    /// <summary>From which animal a robot starts.</summary>
    public static readonly string[] Presets = ["animal", "robot"];

    /// <summary>A whole number in [<paramref name="min"/>, <paramref name="max"/>].</summary>
    public static int Whole(JsonPlace place, int min, int max)
    {
        double number = place.Number(min, max, "");
        return number == Math.Floor(number) ? (int)number : throw place.Refuse("is not a whole number", "write one without point");
    }

    /// <summary>The address of a chip, "0x40".</summary>
    public static int Address(JsonPlace place)
    {
        string text = place.Text();
        return text.Length == 4 && text.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int address)
            && address is >= FirstAddress and <= LastAddress
            ? address
            : throw place.Refuse($"is not an address in [\"0x{FirstAddress:x2}\", \"0x{LastAddress:x2}\"]", "write it as in \"0x40\"");
    }
}
