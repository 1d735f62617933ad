namespace Locomotion.Controller.Parameters;

/// <summary>Describes a parameter once, for every reader: checks, files, <c>--set</c>, MQTT, tables.</summary>
/// <param name="min">Smallest allowed value, in <paramref name="unit"/>.</param>
/// <param name="max">Largest allowed value, in <paramref name="unit"/>.</param>
/// <param name="unit">SI unit; "1" for a plain number.</param>
/// <param name="doc">What it does, in one sentence for the person who tunes it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(double min, double max, string unit, string doc) : Attribute
{
    /// <summary>A switch or a choice: it has no range.</summary>
    public ParameterAttribute(string doc) : this(double.NegativeInfinity, double.PositiveInfinity, "", doc) { }

    /// <summary>Smallest allowed value, in <see cref="Unit"/>.</summary>
    public double Min { get; } = min;

    /// <summary>Largest allowed value, in <see cref="Unit"/>.</summary>
    public double Max { get; } = max;

    /// <summary>SI unit; "1" for a plain number, empty for a switch or a choice.</summary>
    public string Unit { get; } = unit;

    /// <summary>What it does, in one sentence.</summary>
    public string Doc { get; } = doc;

    /// <summary>Where the default comes from.</summary>
    public string Source { get; init; } = "ours";

    /// <summary>True: may only change while the animal rests, since state depends on it.</summary>
    public bool AtRest { get; init; }

    /// <summary>"[0, 200] 1/s".</summary>
    public string Range => $"[{Naming.Number(Min)}, {Naming.Number(Max)}] {Unit}";

    /// <summary>Returns <paramref name="value"/> if it lies in the range; <paramref name="name"/> is what an error calls the parameter.</summary>
    /// <exception cref="InvalidInputException">It lies outside, or is not a number.</exception>
    public double Checked(double value, string name) => value >= Min && value <= Max
        ? value
        : throw new InvalidInputException($"Parameter '{name}'", Naming.Number(value), $"lies outside {Range}", $"choose a value inside ({Doc})");
}
