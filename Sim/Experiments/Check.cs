using System.Globalization;

namespace Locomotion.Sim.Experiments;

/// <summary>One measured figure against what it must be. Text and verdict come from the same numbers; what is not a finite number never holds.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Expected">What it must be, in words and numbers.</param>
/// <param name="Holds">Whether it is.</param>
public sealed record Check(string What, double Measured, string Expected, bool Holds)
{
    /// <summary>The figure as people read it, with its unit; to all its digits where fewer would belie the verdict.</summary>
    public string MeasuredText { get; private init; } = Measured.ToString(CultureInfo.InvariantCulture);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both allowed.</summary>
    public static Check Within(string what, double measured, double low, double high, string unit = "", string format = "0.00") =>
        Make(what, measured, $"{Limit(low)} to {Limit(high)}", value => value >= low && value <= high, unit, format);

    /// <summary><paramref name="least"/> or more.</summary>
    public static Check AtLeast(string what, double measured, double least, string unit = "", string format = "0.00") =>
        Make(what, measured, $"at least {Limit(least)}", value => value >= least, unit, format);

    /// <summary><paramref name="most"/> or less.</summary>
    public static Check AtMost(string what, double measured, double most, string unit = "", string format = "0.00") =>
        Make(what, measured, $"at most {Limit(most)}", value => value <= most, unit, format);

    /// <summary>How many of <paramref name="checks"/> hold, in words.</summary>
    public static string Verdict(IReadOnlyCollection<Check> checks) => $"{checks.Count(check => check.Holds)} of {checks.Count} checks hold";

    private static Check Make(string what, double measured, string expected, Predicate<double> allows, string unit, string format)
    {
        bool holds = double.IsFinite(measured) && allows(measured);
        string after = unit.Length == 0 ? "" : $" {unit}", rounded = measured.ToString(format, CultureInfo.InvariantCulture);
        bool honest = !double.IsFinite(measured) || allows(double.Parse(rounded, CultureInfo.InvariantCulture)) == holds;
        string text = !double.IsFinite(measured) ? "not measured" : honest ? rounded : measured.ToString("R", CultureInfo.InvariantCulture);
        return new Check(what, measured, expected + after, holds) { MeasuredText = double.IsFinite(measured) ? text + after : text };
    }

    private static string Limit(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
