using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>One number that an optimisation may choose. Immutable; every instance is valid.</summary>
/// <param name="Name">Its name in the result, as "legs.contralateral".</param>
/// <param name="Min">Smallest value, in <paramref name="Unit"/>.</param>
/// <param name="Max">Largest value, in <paramref name="Unit"/>.</param>
/// <param name="Start">Where the search starts, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the three; empty for a pure number.</param>
/// <param name="Logarithmic">Whether equal ratios count as equal steps, rather than equal differences; then Min is positive.</param>
public sealed record OptimisedParameter(string Name, double Min, double Max, double Start, string Unit, bool Logarithmic = false)
{
    /// <summary>Smallest value, in <see cref="Unit"/>.</summary>
    public double Min { get; } = double.IsFinite(Min) && (Min > 0 || !Logarithmic)
        ? Min
        : throw Refuse(Name, $"smallest value {Naming.Number(Min)}", Logarithmic ? "has no logarithm" : "is not finite", "choose one that has");

    /// <summary>Largest value, in <see cref="Unit"/>.</summary>
    public double Max { get; } = Max > Min && double.IsFinite(Max - Min)
        ? Max
        : throw Refuse(Name, $"range [{Naming.Number(Min)}, {Naming.Number(Max)}]", "is empty or endless", "let the smallest value lie below the largest");

    /// <summary>Where the search starts, in <see cref="Unit"/>.</summary>
    public double Start { get; } = Start >= Min && Start <= Max
        ? Start
        : throw Refuse(Name, $"start {Naming.Number(Start)}", $"lies outside [{Naming.Number(Min)}, {Naming.Number(Max)}] {Unit}", "start inside");

    /// <summary>Whether equal ratios count as equal steps, rather than equal differences.</summary>
    public bool Logarithmic { get; } = Logarithmic;

    /// <summary>To how many decimals values are rounded, so that people can read what was found; not at all if null.</summary>
    public int? Decimals { get; init; }

    /// <summary>The value at <paramref name="share"/>, in [0, 1], of the range.</summary>
    public double At(double share)
    {
        if (share <= 0) return Min;
        if (share >= 1) return Max;
        double value = Logarithmic ? Min * DMath.Exp(share * (DMath.Log(Max) - DMath.Log(Min))) : Min + share * (Max - Min);
        return Math.Clamp(Decimals is { } decimals ? Math.Round(value, decimals) : value, Min, Max);
    }

    /// <summary>The share of the range, in [0, 1], at which the search starts.</summary>
    public double StartShare => Logarithmic
        ? (DMath.Log(Start) - DMath.Log(Min)) / (DMath.Log(Max) - DMath.Log(Min))
        : (Start - Min) / (Max - Min);

    private static InvalidInputException Refuse(string name, string value, string rule, string remedy) =>
        new($"Optimised parameter '{name}'", value, rule, remedy);
}
