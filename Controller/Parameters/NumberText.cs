using System.Globalization;

namespace Locomotion.Controller.Parameters;

/// <summary>Numbers from text: a point for decimals, no thousands separators, and nothing that is not a number.</summary>
internal static class NumberText
{
    public static bool TryDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    public static bool TryInt(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
