using System.Globalization;

namespace Locomotion.Controller.Parameters;

/// <summary>Numbers from text: a point for decimals, no thousands separators, and nothing that is not a number.</summary>
public static class NumberText
{
    /// <summary>Reads a number; false if the text is none.</summary>
    public static bool TryDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Reads a whole number; false if the text is none.</summary>
    public static bool TryInt(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
