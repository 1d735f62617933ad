using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Limits;

/// <summary>
/// All joints of an animal in one row: n − 1 bends from the head, then 2 n yaws, then 2 n lifts, legs as in <see cref="Leg"/>. As text:
/// <c>bend-3</c> lies between segments 3 and 4, <c>yaw-4-left</c> and <c>lift-4-left</c> move the left leg of segment 4.
/// </summary>
/// <param name="segments">Leg-bearing segments n.</param>
public readonly record struct JointTable(int segments)
{
    private const string Examples = "write for example bend-3, yaw-4-left or lift-4-right";

    /// <summary>Number of joints, 5 n − 1.</summary>
    public int Count => segments - 1 + 4 * segments;

    /// <summary>Where the bends begin.</summary>
    public static int Bends => 0;

    /// <summary>Where the yaws begin.</summary>
    public int Yaws => segments - 1;

    /// <summary>Where the lifts begin.</summary>
    public int Lifts => Yaws + 2 * segments;

    /// <summary>What joint <paramref name="joint"/> does.</summary>
    public JointKind Kind(int joint) => joint < Yaws ? JointKind.Bend : joint < Lifts ? JointKind.Yaw : JointKind.Lift;

    /// <summary>Index of joint <paramref name="joint"/> among those of its kind: trunk joint or leg.</summary>
    public int Place(int joint) => Kind(joint) switch { JointKind.Bend => joint, JointKind.Yaw => joint - Yaws, _ => joint - Lifts };

    /// <summary>Segment of joint <paramref name="joint"/>; of a bend, the one ahead of it.</summary>
    public int Segment(int joint) => Kind(joint) == JointKind.Bend ? joint : Place(joint) / 2;

    /// <summary>What is asked of joint <paramref name="joint"/>.</summary>
    public double Wanted(Command command, int joint) => Kind(joint) switch
    {
        JointKind.Bend => command.Bend[joint],
        JointKind.Yaw => command.LegYaw[joint - Yaws],
        _ => command.LegLift[joint - Lifts],
    };

    /// <summary>Name of joint <paramref name="joint"/>.</summary>
    public string Name(int joint)
    {
        string kind = Naming.Word(Kind(joint));
        return Kind(joint) == JointKind.Bend ? $"{kind}-{joint}" : $"{kind}-{Segment(joint)}-{Naming.Word((Side)(Place(joint) % 2))}";
    }

    /// <summary>The joint of that name.</summary>
    /// <exception cref="InvalidInputException">This animal has none.</exception>
    public int Parse(string name)
    {
        string[] parts = name.Split('-');
        if (parts.Length is < 2 or > 3 || !Naming.TryWord(parts[0], out JointKind kind) || !NumberText.TryInt(parts[1], out int segment)
            || (kind == JointKind.Bend) != (parts.Length == 2)) throw Refused(name);
        int last = kind == JointKind.Bend ? segments - 2 : segments - 1;
        if (segment < 0 || segment > last)
            throw new InvalidInputException($"Joint '{name}'", $"{segment}", $"lies outside [0, {last}]", $"the animal has {segments} segments, from 0");
        if (kind == JointKind.Bend) return segment;
        if (!Naming.TryWord(parts[2], out Side side)) throw Refused(name);
        return (kind == JointKind.Yaw ? Yaws : Lifts) + 2 * segment + (int)side;
    }

    private static InvalidInputException Refused(string name) => new("Joint", $"'{name}'", "is not known", Examples);
}
