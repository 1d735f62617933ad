using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Limits;

/// <summary>How far one joint may be asked to go: rad, for a leg's lift in lifts (−1 to 1). Every instance is valid.</summary>
public readonly record struct JointRange
{
    /// <summary>From <paramref name="min"/> to <paramref name="max"/>.</summary>
    /// <exception cref="InvalidInputException">The range is empty, or an end is not a finite number.</exception>
    public JointRange(double min, double max)
    {
        if (!(double.IsFinite(min) && double.IsFinite(max) && min <= max))
            throw new InvalidInputException("Range of a joint", $"[{Naming.Number(min)}, {Naming.Number(max)}]", "is empty or not finite", "give the smaller end first");
        Min = min;
        Max = max;
    }

    /// <summary>Lower end.</summary>
    public double Min { get; }

    /// <summary>Upper end.</summary>
    public double Max { get; }

    /// <summary>What both allow.</summary>
    /// <exception cref="InvalidInputException">They have nothing in common.</exception>
    public JointRange And(JointRange other) => new(Math.Max(Min, other.Min), Math.Min(Max, other.Max));

    /// <summary>The ranges that <paramref name="limits"/> give an animal's joints, numbered as in <see cref="JointTable"/>.</summary>
    public static JointRange[] All(int segments, CommandLimits limits)
    {
        JointTable table = new(segments);
        var ranges = new JointRange[table.Count];
        for (int joint = 0; joint < ranges.Length; joint++)
        {
            double reach = table.Kind(joint) switch { JointKind.Bend => limits.Bend, JointKind.Yaw => limits.Yaw, _ => 1 };
            ranges[joint] = new JointRange(-reach, reach);
        }
        return ranges;
    }
}
