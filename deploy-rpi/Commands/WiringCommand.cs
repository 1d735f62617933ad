using System.CommandLine;
using Locomotion.Controller.Files;
using Locomotion.Deploy.Wiring;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot wiring</c>: what is plugged in where, as a table and a picture.</summary>
internal static class WiringCommand
{
    private static readonly Argument<string> RobotFile = new("file") { Description = "A robot file." };
    private static readonly Option<string?> Picture = new("--svg") { Description = "Draw the wiring into this SVG file.", HelpName = "file" };

    public static Command Build()
    {
        Command command = new("wiring", "Print which servo is plugged in where; draw the wiring.") { RobotFile, Picture };
        command.SetAction(parsed => Show(RobotReader.Read(parsed.GetValue(RobotFile)!), parsed.GetValue(Picture), Console.Out));
        return command;
    }

    /// <summary>Prints the table, and draws the picture if there is a file for it.</summary>
    internal static int Show(Robot robot, string? picture, TextWriter text)
    {
        TextTable.Write(text, ["bus", "board", "channel", "joint", "pulses µs"], robot.Servos
            .OrderBy(servo => (servo.Bus, servo.Board, servo.Channel))
            .Select(servo => new[]
            {
                $"{servo.Bus}", $"0x{servo.Board:x2}", $"{servo.Channel}", robot.Joints.Name(servo.Joint),
                $"{servo.Pulses.MinMicroseconds:0} to {servo.Pulses.MaxMicroseconds:0}",
            }));
        text.WriteLine();
        text.WriteLine($"enable {WiringPicture.Pin(robot.Pins.Enable)}; heartbeat {WiringPicture.Pin(robot.Pins.Heartbeat)}; stop {WiringPicture.Pin(robot.Pins.Stop)}");
        if (picture is null) return ExitCode.Done;
        WholeFile.Replace(picture, WiringPicture.Of(robot), "Picture");
        text.WriteLine($"drawn: {picture}");
        return ExitCode.Done;
    }
}
