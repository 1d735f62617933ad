using System.Globalization;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Sweeps;

/// <summary>A range of an axis of numbers.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="From">Its value at share 0.</param>
/// <param name="To">Its value at share 1.</param>
/// <param name="Logarithmic">Whether equal shares are equal ratios; both ends are positive then.</param>
public sealed record AxisRange(SweepAxis Axis, double From, double To, bool Logarithmic)
{
    /// <summary>The text of the value at a share of the range, 0 to 1. The ends give themselves.</summary>
    public string Value(double share)
    {
        double value = share <= 0 ? From : share >= 1 ? To : Between(share);
        return Axis.IsWhole ? Math.Round(value).ToString(CultureInfo.InvariantCulture) : Naming.Number(value);
    }

    /// <summary>The text of value number <paramref name="k"/> of <paramref name="count"/> at equal distances, the ends included.</summary>
    public string Step(int k, int count)
    {
        if (count == 1 || Logarithmic) return Value(count == 1 ? 0 : k / (count - 1.0));
        double value = k == count - 1 ? To : From + (To - From) * k / (count - 1);        // in this order 0.3 is 0.3
        return Axis.IsWhole ? Math.Round(value).ToString(CultureInfo.InvariantCulture) : Naming.Number(value);
    }

    /// <summary>By our own exponential, since the text must be the same on every machine.</summary>
    private double Between(double share)
    {
        if (!Logarithmic) return From + (To - From) * share;
        double low = DMath.Log(From), high = DMath.Log(To);
        return Math.Clamp(DMath.Exp(low + (high - low) * share), Math.Min(From, To), Math.Max(From, To));
    }
}
