using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Descending;

/// <summary>
/// The few numbers by which the higher centers inhibit or release the lower circuits, or <see cref="Halt"/>. Nothing else differs between
/// gaits. Every instance is valid.
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

    /// <summary>How many numbers tell a command apart from any other.</summary>
    public const int Numbers = 4;

    /// <summary>The drive that stands for <see cref="Halt"/> among a command's numbers.</summary>
    private const double HaltMark = -1;

    /// <summary>
    /// Stand still: the nervous system stays as it is and asks for the pose that it asked for last, until another command comes.
    /// </summary>
    /// <remarks>
    /// It is the operator's grip, no signal of the animal's: no lesion keeps it off. A drive of 0 is none: load on the feet excites the segments
    /// by themselves, and behind a cut or without the SEG they do not hear of it.
    /// </remarks>
    public static DescendingCommand Halt { get; } = new() { Halts = true };

    /// <summary>Whether this is <see cref="Halt"/>; its other numbers are then 0.</summary>
    public bool Halts { get; private init; }

    /// <summary>The command that <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidInputException">It wrote no such numbers.</exception>
    public static DescendingCommand Read(ReadOnlySpan<double> numbers) =>
        numbers[0] == HaltMark ? Halt : new(numbers[0], numbers[1], numbers[2], numbers[3]);

    /// <summary>Writes drive, release, swim and turn; of <see cref="Halt"/> −1, 0, 0, 0. What has no halt looks as it did before there was one.</summary>
    public void Write(Span<double> numbers) =>
        (numbers[0], numbers[1], numbers[2], numbers[3]) = (Halts ? HaltMark : Drive, Release, Swim, Turn);

    private static double InRange(double value, double min, double max, string name) => value >= min && value <= max
        ? value
        : throw new InvalidInputException($"Descending command '{name}'", Naming.Number(value), $"lies outside [{min}, {max}]",
            "choose a value inside");
}
