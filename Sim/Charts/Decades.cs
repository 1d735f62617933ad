using System.Globalization;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Charts;

/// <summary>Panels with powers of ten along their axes. Their coordinates are decadic logarithms.</summary>
internal static class Decades
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A panel with powers of ten along both axes, and pale lines at those of the vertical one; a null label hides the numbers.</summary>
    public static Panel Add(Sheet sheet, SKRect data, (double From, double To) x, (double Bottom, double Top) y, string? xLabel, string? yLabel)
    {
        Panel panel = new(sheet, data, x, y);
        double[] levels = Whole(y);
        panel.Add(new LevelLines(levels, Palette.Grid));
        panel.TicksX(Whole(x), xLabel is null ? _ => "" : Format(Whole(x)), xLabel);
        panel.TicksY(levels, Format(levels), yLabel, distance: 60);
        return panel;
    }

    /// <summary>The same with common numbers along the vertical axis.</summary>
    public static Panel AddHorizontal(Sheet sheet, SKRect data, (double From, double To) x, (double Bottom, double Top) y, string? xLabel, string? yLabel)
    {
        Panel panel = new(sheet, data, x, y);
        double[] levels = NiceNumbers.Ticks(y.Bottom, y.Top, Math.Max(2, (int)(data.Height / 40)));
        panel.Add(new LevelLines(levels, Palette.Grid));
        panel.TicksX(Whole(x), xLabel is null ? _ => "" : Format(Whole(x)), xLabel);
        panel.TicksY(levels, NiceNumbers.Format(levels), yLabel, distance: 60);
        return panel;
    }

    /// <summary>Whole decades that hold all positive <paramref name="values"/>; one decade about 1 if there are none.</summary>
    public static (double From, double To) Around(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(value => value > 0 && double.IsFinite(value))];
        if (positive.Length == 0) return (-1, 1);
        double low = Math.Floor(Math.Log10(positive.Min())), high = Math.Ceiling(Math.Log10(positive.Max()));
        return (low, Math.Max(high, low + 1));
    }

    private static double[] Whole((double From, double To) axis)
    {
        double step = Math.Max(1, Math.Ceiling((axis.To - axis.From) / 8));
        return [.. NiceNumbers.Every(step, axis.From, axis.To)];
    }

    /// <summary>Common numbers if all lie from 0.01 to 100, otherwise powers as 10⁻³.</summary>
    private static Func<double, string> Format(double[] powers) => powers.All(power => power is > -2.5 and < 2.5)
        ? power => Math.Pow(10, Math.Round(power)).ToString("0.##", CultureInfo.InvariantCulture)
        : power => Power((int)Math.Round(power));

    private static string Power(int exponent)
    {
        if (exponent is 0 or 1) return exponent == 0 ? "1" : "10";
        string digits = string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
        return $"10{(exponent < 0 ? "⁻" : "")}{digits}";
    }
}
