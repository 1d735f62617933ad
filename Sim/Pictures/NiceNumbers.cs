using System.Globalization;

namespace Locomotion.Sim.Pictures;

/// <summary>Round numbers for ticks, scale bars and intervals: 1, 2 or 5 times a power of ten.</summary>
internal static class NiceNumbers
{
    /// <summary>The smallest round number that is not below <paramref name="value"/> &gt; 0.</summary>
    public static double AtLeast(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double digit = value / power * (1 - 1e-9);
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /// <summary>The largest round number that is not above <paramref name="value"/> &gt; 0.</summary>
    public static double AtMost(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double digit = value / power * (1 + 1e-9);
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }

    /// <summary>At most about <paramref name="count"/> round numbers from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static double[] Ticks(double min, double max, int count)
    {
        double step = AtLeast((max - min) / Math.Max(1, count));
        return [.. Every(step, min, max)];
    }

    /// <summary>Multiples of <paramref name="step"/> from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static IEnumerable<double> Every(double step, double from, double to)
    {
        for (long k = (long)Math.Ceiling(from / step - 1e-6); k * step <= to + 1e-6 * step; k++)
            yield return k * step;
    }

    /// <summary>Writes all of <paramref name="ticks"/> with the decimals that the finest of them needs.</summary>
    public static Func<double, string> Format(double[] ticks)
    {
        int decimals = ticks.Select(tick => Text(tick).Split('.')).Max(parts => parts.Length > 1 ? parts[1].Length : 0);
        return tick => Proper((tick == 0 ? 0 : tick).ToString($"F{decimals}", CultureInfo.InvariantCulture));
    }

    /// <summary>A positive number to two digits.</summary>
    public static double Rounded(double value)
    {
        double grain = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Round(value / grain) * grain;
    }

    /// <summary>A number without the dust of binary fractions, with a proper minus.</summary>
    public static string Text(double value) => Proper(Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>A length in m, cm or mm, whichever is shortest.</summary>
    public static string Length(double metres) =>
        metres >= 1 ? $"{Text(metres)} m" : metres >= 0.01 ? $"{Text(metres * 100)} cm" : $"{Text(metres * 1000)} mm";

    private static string Proper(string number) => number.Replace('-', '−');
}
