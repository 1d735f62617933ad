using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Doctor;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Checks;

/// <summary>What can be told of a robot without touching it.</summary>
internal static class PaperChecks
{
    /// <summary>All of it.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="file">Its file.</param>
    /// <param name="calibration">Its calibrations; null if their file cannot be used.</param>
    public static IEnumerable<Finding> All(Robot robot, string file, out CalibrationSet? calibration)
    {
        List<Finding> findings = [.. Buses(robot), .. Watches(robot.Safety, robot.Buses.Any(bus => bus.Rail is not null), robot.Buses.Any(bus => bus.Motion is not null))];
        CommandLimits limits = RobotAnimal.Of(robot).Body.Limits;
        findings.Add(Calibration(robot, file, limits, out calibration));
        findings.Add(SafePose(robot, calibration?.Ranges(limits) ?? JointRange.All(robot.Segments, limits)));
        return findings;
    }

    /// <summary>Whether the joints can go where they are to be left.</summary>
    private static Finding SafePose(Robot robot, JointRange[] ranges)
    {
        const string Name = "safe pose";
        const int Shown = 3;
        string[] beyond = [.. Enumerable.Range(0, ranges.Length).Where(joint => robot.SafePose[joint] < ranges[joint].Min || robot.SafePose[joint] > ranges[joint].Max)
            .Select(joint => $"{robot.Joints.Name(joint)} {Naming.Number(robot.SafePose[joint])} of [{Naming.Number(ranges[joint].Min)}, {Naming.Number(ranges[joint].Max)}]")];
        return beyond.Length == 0
            ? new(Name, Verdict.Good, "within every joint's range")
            : new(Name, Verdict.CouldBeBetter, $"beyond its range: {string.Join(", ", beyond.Take(Shown))}{(beyond.Length > Shown ? $" and {beyond.Length - Shown} more" : "")}",
                "each goes to the nearer end of its range: look whether the robot can stand so, and put places within into \"safe_pose\"");
    }

    private static IEnumerable<Finding> Buses(Robot robot)
    {
        foreach (BusPlan bus in robot.Buses)
        {
            FramePlan plan = BusTable.Plan(bus);
            double share = (double)plan.TotalNanoseconds / BusTable.Limit(robot);
            string seen = $"{plan.TotalNanoseconds * 1e-6:f2} ms of {BusTable.Limit(robot) * 1e-6:f2} ms in a frame of {robot.Timing.Period * 1e3:0.##} ms";
            yield return share switch
            {
                <= 0.9 => new($"time of bus {bus.Id}", Verdict.Good, seen),
                <= 1 => new($"time of bus {bus.Id}", Verdict.CouldBeBetter, seen, "kernel and adapter need some too: move a chip to another bus"),
                _ => new($"time of bus {bus.Id}", Verdict.Bad, seen, "move chips to another bus, or set a faster one in \"hertz\" and config.txt"),
            };
        }
    }

    private static IEnumerable<Finding> Watches(SafetySettings safety, bool rail, bool motion)
    {
        yield return Watch("voltage.watch", safety.Voltage.Watch, rail, "rail monitor", "low voltage and a flat battery");
        yield return Watch("current.watch", safety.Current.Watch, rail, "rail monitor", "a stalled servo");
        yield return Watch("attitude.watch", safety.Attitude.Watch, motion, "motion sensor", "a fall");
    }

    private static Finding Watch(string setting, bool on, bool wired, string chip, string unseen) => (on, wired) switch
    {
        (true, true) => new(setting, Verdict.Good, $"on, with its {chip}"),
        (true, false) => new(setting, Verdict.Bad, $"on, but no {chip} is wired", $"wire one, or put \"safety\": {{ \"{setting}\": false }}: {unseen} then goes unseen"),
        (false, true) => new(setting, Verdict.CouldBeBetter, $"off, though a {chip} is wired", $"put it to true: {unseen} goes unseen"),
        (false, false) => new(setting, Verdict.CouldBeBetter, $"off: {unseen} goes unseen", $"wire a {chip}"),
    };

    private static Finding Calibration(Robot robot, string file, CommandLimits limits, out CalibrationSet? calibration)
    {
        string path = CalibrationFile.PathFor(file);
        calibration = null;
        try
        {
            calibration = CalibrationFile.Read(robot, path);
            calibration.Ranges(limits);
        }
        catch (InvalidInputException refusal)
        {
            calibration = null;
            return new("calibration", Verdict.Bad, refusal.Message, $"locomotion-robot calibrate {file} --anew, if the servos were plugged in otherwise");
        }
        int missing = calibration.Missing.Count, all = robot.Servos.Count;
        return missing == 0 && all > 0
            ? new("calibration", Verdict.Good, $"{all} of {all} servos, hash {calibration.Hash}")
            : new("calibration", Verdict.CouldBeBetter, $"{all - missing} of {all} servos: it cannot be armed yet", $"locomotion-robot calibrate {file}");
    }
}
