using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Descending;

/// <summary>
/// The few numbers by which the higher centers inhibit or release the lower circuits. Nothing else differs between gaits.
/// Every instance is valid.
/// </summary>
public readonly record struct DescendingCommand
{
    /// <summary>A command; each number is checked.</summary>
    /// <exception cref="InvalidInputException">A number is outside its range.</exception>
    public DescendingCommand(double drive, double release, double swim, double turn = 0)
    {
        Drive = InRange(drive, 0, 1, "drive");
        Release = InRange(release, 0, 1, "release");
        Swim = InRange(swim, 0, 1, "swim");
        Turn = InRange(turn, -1, 1, "turn");
    }

    /// <summary>d: how fast to walk, 0 to 1. Originates in the subesophageal ganglion (SEG).</summary>
    public double Drive { get; }

    /// <summary>b: how strongly the brain inhibits the SEG, which holds the trunk still; 1 lets the trunk bend.</summary>
    public double Release { get; }

    /// <summary>Start of the swim message that is relayed along the cord, 0 to 1.</summary>
    public double Swim { get; }

    /// <summary>Bend offset, −1 (right) to 1 (left).</summary>
    public double Turn { get; }

    private static double InRange(double value, double min, double max, string name) => value >= min && value <= max
        ? value
        : throw new InvalidInputException($"Descending command '{name}'", Naming.Number(value), $"lies outside [{min}, {max}]",
            "choose a value inside");
}
