using System.CommandLine;
using Locomotion.Deploy.Checks;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Doctor;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot check</c>: whether a robot is as its file says. Never lets a pulse out.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> RobotFile = new("file") { Description = "A robot file." };
    private static readonly Option<string?> Bus = Ports.Option("Without it nothing but the files is checked.");

    public static Command Build()
    {
        Command command = new("check", "Check a robot file and its calibration, and with --bus every chip. Outputs stay off.") { RobotFile, Bus };
        command.SetAction(parsed => Check(parsed.GetValue(RobotFile)!, parsed.GetValue(Bus), Console.Out));
        return command;
    }

    /// <summary>Checks, and prints what was found.</summary>
    internal static int Check(string file, string? bus, TextWriter text)
    {
        Robot robot = RobotReader.Read(file);
        using IMachine? machine = bus is null ? null : Ports.Open(bus, robot);
        return Check(robot, file, machine, text);
    }

    /// <summary>The same, on a machine that is there already; null: files alone.</summary>
    internal static int Check(Robot robot, string file, IMachine? machine, TextWriter text)
    {
        List<Finding> findings = [.. PaperChecks.All(robot, file, out CalibrationSet? calibration)];
        text.WriteLine($"{robot.Name}: {robot.Segments} segments, {robot.Servos.Count} of {robot.Joints.Count} joints wired{(robot.IsComplete ? "" : ", the rest simulated")}");
        text.WriteLine();
        TextTable.Write(text, ["what", "wired", "missing"], WiredTable.Rows(robot, calibration));
        text.WriteLine();
        TextTable.Write(text, BusTable.Heads, BusTable.Rows(robot));
        text.WriteLine();
        if (machine is not null) findings.AddRange(ChipChecks.All(robot, machine));
        TextTable.Write(text, ["", "check", "seen"], findings.Select(finding => new[] { Word(finding.Verdict), finding.Name, finding.Seen }));
        foreach (Finding finding in findings.Where(finding => finding.Fix.Length > 0)) text.WriteLine($"  {finding.Name}: {finding.Fix}");
        int bad = findings.Count(finding => finding.Verdict == Verdict.Bad);
        text.WriteLine();
        text.WriteLine(bad > 0 ? $"not fit: {bad} of {findings.Count} checks are bad" : machine is null ? "the files are fit; --bus real asks the chips" : "fit");
        if (bad == 0 && calibration?.Missing.Count > 0) text.WriteLine("it cannot be armed before every servo is calibrated");
        return bad > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Good => "ok",
        Verdict.CouldBeBetter => "note",
        Verdict.Unknown => "-",
        _ => "BAD",
    };
}
