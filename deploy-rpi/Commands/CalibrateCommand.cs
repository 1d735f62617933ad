using System.CommandLine;
using System.Runtime.InteropServices;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Calibration;
using Locomotion.Deploy.Machine;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot calibrate</c>: measures which pulse puts each joint where.</summary>
internal static class CalibrateCommand
{
    private static readonly Argument<string> RobotFile = new("file") { Description = "A robot file; the calibration is kept beside it." };
    private static readonly Option<string?> Bus = Ports.Option("Default: real.");
    private static readonly Option<string?> Joint = new("--joint") { Description = "Only this joint, also if it is calibrated: bend-3.", HelpName = "name" };
    private static readonly Option<bool> List = new("--list") { Description = "Show what is calibrated; touches nothing." };
    private static readonly Option<bool> Anew = new("--anew") { Description = "Forget the calibration that is there." };

    public static Command Build()
    {
        Command command = new("calibrate", "Calibrate servos, one by one: one servo gets pulses at a time. Commands from keyboard or pipe.") { RobotFile, Bus, Joint, List, Anew };
        command.SetAction(parsed => Calibrate(parsed.GetValue(RobotFile)!, parsed.GetValue(Bus), parsed.GetValue(Joint), parsed.GetValue(List), parsed.GetValue(Anew)));
        return command;
    }

    private static int Calibrate(string file, string? bus, string? joint, bool list, bool anew)
    {
        Robot robot = RobotReader.Read(file);
        if (list) return Show(CalibrationFile.Read(robot, CalibrationFile.PathFor(file)), Console.Out);
        using IMachine machine = Ports.Open(bus ?? Ports.Real, robot);
        using CancellationTokenSource stopped = new();
        int signal = ExitCode.Done;
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            signal = context.Signal == PosixSignal.SIGINT ? ExitCode.Interrupted : Terminated;
            stopped.Cancel();
        }
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        IJogInput input = Console.IsInputRedirected ? new LineInput(Console.In) : new KeyInput(Console.Out);
        int result = Calibrate(robot, file, machine, input, Console.Out, joint, anew, stopped.Token);
        return signal == ExitCode.Done ? result : signal;
    }

    private const int Terminated = 143;

    /// <summary>Calibrates on a machine that is there already.</summary>
    internal static int Calibrate(Robot robot, string file, IMachine machine, IJogInput input, TextWriter text, string? joint, bool anew, CancellationToken stopped)
    {
        string path = CalibrationFile.PathFor(file);
        CalibrationSet set = anew ? CalibrationSet.None(robot) : CalibrationFile.Read(robot, path);
        IReadOnlyList<int> joints = joint is null ? set.Missing : [Wired(robot, joint)];
        if (joints.Count == 0)
        {
            text.WriteLine("Every servo is calibrated. --joint NAME does one again, --list shows all.");
            return ExitCode.Done;
        }
        using ServoJog jog = new(robot, machine);
        CalibrationSession session = new(jog, input, text, set, RobotAnimal.Of(robot).Body.Limits, one => CalibrationFile.Write(one, path, DateTimeOffset.UtcNow));
        session.Run(joints, stopped);
        text.WriteLine();
        int left = session.Set.Missing.Count;
        text.WriteLine(left == 0 ? $"All {robot.Servos.Count} servos are calibrated: {path}" : $"{left} of {robot.Servos.Count} servos are not calibrated yet; begin again to go on.");
        return left == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static int Show(CalibrationSet set, TextWriter text)
    {
        Robot robot = set.Robot;
        TextTable.Write(text, ["joint", "where", "low", "high", "soft limits", "trim µs"], robot.Servos.Select(servo => set[servo.Joint] is { } known
            ? new[]
            {
                robot.Joints.Name(servo.Joint), $"{servo}", Point(known.Low), Point(known.High),
                $"{Naming.Number(known.Soft.Min)} to {Naming.Number(known.Soft.Max)}", Naming.Number(known.TrimMicroseconds),
            }
            : [robot.Joints.Name(servo.Joint), $"{servo}", "-", "-", "-", "-"]));
        text.WriteLine();
        text.WriteLine($"{robot.Servos.Count - set.Missing.Count} of {robot.Servos.Count} servos are calibrated; hash {set.Hash}");
        return set.Missing.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;

        static string Point(PulsePoint point) => $"{Naming.Number(point.Place)} at {Naming.Number(Math.Round(point.Microseconds, 1))} µs";
    }

    private static int Wired(Robot robot, string name)
    {
        int joint = robot.Joints.Parse(name);
        return robot.Servos.Any(servo => servo.Joint == joint)
            ? joint
            : throw new InvalidInputException("Option --joint", $"'{name}'", $"has no servo in '{robot.Name}'", "name one that the robot file wires");
    }
}
