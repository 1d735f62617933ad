using Locomotion.Controller.Lesions;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Checks;

/// <summary>What of a robot is wired, and what is not.</summary>
internal static class WiredTable
{
    private const int MostNamed = 6;

    /// <summary>A row for each kind of thing: what, how many of how many, which are missing.</summary>
    public static IEnumerable<string[]> Rows(Robot robot, CalibrationSet? calibration)
    {
        JointTable joints = robot.Joints;
        HashSet<int> wired = [.. robot.Servos.Select(servo => servo.Joint)];
        foreach (JointKind kind in Enum.GetValues<JointKind>())
            yield return Row($"{Naming.Word(kind)} servos", Enumerable.Range(0, joints.Count).Where(joint => joints.Kind(joint) == kind), wired.Contains, joints.Name, "simulated");
        if (calibration is not null)
            yield return Row("calibrations", wired.Order(), joint => calibration[joint] is not null, joints.Name, "not calibrated");
        HashSet<int> loads = [.. robot.Buses.SelectMany(bus => bus.Converters).SelectMany(converter => converter.Legs)];
        HashSet<ContactPlan> contacts = [.. robot.Buses.SelectMany(bus => bus.Expanders).SelectMany(expander => expander.Inputs)];
        yield return Row("foot loads", Enumerable.Range(0, 2 * robot.Segments), loads.Contains, Leg, "taken from its contact");
        yield return Row("foot contacts", Enumerable.Range(0, 2 * robot.Segments), leg => contacts.Contains(new(ContactKind.Foot, leg)), Leg, "taken from its load");
        yield return Row("water contacts", Enumerable.Range(0, robot.Segments), segment => contacts.Contains(new(ContactKind.Water, segment)), segment => $"{segment}", "as the nearest one");
        yield return ["motion sensor", robot.Buses.Any(bus => bus.Motion is not null) ? "1 of 1" : "0 of 1", ""];
        yield return ["rail monitor", robot.Buses.Any(bus => bus.Rail is not null) ? "1 of 1" : "0 of 1", ""];
    }

    /// <summary>Segment and side, as robot files write it.</summary>
    public static string Leg(int leg) => $"{leg / 2}-{Naming.Word((Side)(leg % 2))}";

    private static string[] Row(string what, IEnumerable<int> all, Func<int, bool> has, Func<int, string> name, string without)
    {
        int[] missing = [.. all.Where(one => !has(one))];
        int count = all.Count();
        string named = missing.Length == 0 ? "" : missing.Length == count ? $"all: {without}"
            : $"{string.Join(", ", missing.Take(MostNamed).Select(name))}{(missing.Length > MostNamed ? $" and {missing.Length - MostNamed} more" : "")}: {without}";
        return [what, $"{count - missing.Length} of {count}", named];
    }
}
