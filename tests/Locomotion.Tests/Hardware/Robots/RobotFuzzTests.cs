using System.Text;
using CsCheck;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Robots;

/// <summary>Whatever stands in a file: it is a robot whose buses can be set up, or it is refused; nothing else happens.</summary>
public class RobotFuzzTests
{
    private static readonly string[] Texts = [.. ExampleRobots.Names.Select(ExampleRobots.Text)];
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "/*", "//", "null", "true", "-", "0", "0.5", "17", "1e999", "1e308", "NaN", "99999999999999999999", "\"0x40\"",
        "\"0x70\"", "\"bend-0\"", "\"yaw-4-left\"", "\"water-2147483648\"", "\"foot--1-left\"", "\"4-left\"", "\"safety\":", "\"frame\":", "\"\":", "\0", "\ud800", "\ufeff", "é",
    ];

    private static readonly Gen<Func<string, string>> Change = Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Char[' ', '~'], (at, c) => (Func<string, string>)(s => s.Length == 0 ? $"{c}" : s.Remove(Index(s, at), 1).Insert(Index(s, at), $"{c}"))),
        Gen.Select(Gen.Double[0, 1], Gen.OneOf(Pieces), (at, piece) => (Func<string, string>)(s => s.Insert(Index(s, at), piece))),
        Gen.Double[0, 1].Select(at => (Func<string, string>)(s => s[..Index(s, at)])),
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 40], (at, length) => (Func<string, string>)(s => s.Remove(Index(s, at), Math.Min(length, s.Length - Index(s, at))))),
        Gen.Select(Gen.Int[0, 1000], Gen.OneOf(Pieces), (which, piece) => (Func<string, string>)(s => WithToken(s, which, piece))),
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], (which, other) => (Func<string, string>)(s => WithToken(s, which, Token(s, other)))));

    [Fact]
    public void A_changed_robot_is_read_or_refused()
    {
        int read = 0;
        Gen.Select(Gen.OneOf(Texts), Change.Array[1, 3]).Sample((text, changes) =>
        {
            string changed = changes.Aggregate(text, (s, change) => change(s));
            try
            {
                SetUp(RobotReader.Parse(changed, "fuzz.jsonc"));
                Interlocked.Increment(ref read);
            }
            catch (InvalidInputException refusal)
            {
                Assert.StartsWith("fuzz.jsonc", refusal.Message, StringComparison.Ordinal);
            }
        }, iter: 10_000);
        Assert.True(read > 100, $"only {read} of 10000 were read: the changes are too coarse to test what comes after the parser");
    }

    [Fact]
    public void A_changed_calibration_is_read_or_refused()
    {
        Robot robot = ExampleRobots.Read("one-segment");
        string path = Path.Combine(Scratch.Folder().FullName, "fuzz.calibration.json");
        CalibrationFile.Write(CalibrationSet.Nominal(robot), path, DateTimeOffset.UnixEpoch);
        string text = File.ReadAllText(path);
        Assert.Empty(CalibrationFile.Read(robot, path).Missing);
        Change.Array[1, 3].Sample(changes =>
        {
            string changed = changes.Aggregate(text, (s, change) => change(s));
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(changed));
            try
            {
                CalibrationFile.Read(robot, path).Ranges(new CommandLimits());
            }
            catch (InvalidInputException refusal)
            {
                Assert.StartsWith(path, refusal.Message, StringComparison.Ordinal);
            }
        }, iter: 10_000, threads: 1);
    }

    /// <summary>What can be read must be fit to be set up; no refusal comes later.</summary>
    private static void SetUp(Robot robot)
    {
        SimulatedClock clock = new();
        foreach (BusPlan plan in robot.Buses)
        {
            using BusLine line = new(plan, new SimulatedI2cBus(plan.Id, clock), clock, robot.Timing.Period);
            Assert.Equal(plan.Boards.Count, line.Boards.Count);
        }
        Assert.Equal(robot.Joints.Count, CalibrationSet.Nominal(robot).Ranges(new CommandLimits()).Length);
    }

    private static string Token(string text, int which)
    {
        string[] words = text.Split([' ', '[', ']', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : words[which % words.Length];
    }

    private static string WithToken(string text, int which, string piece)
    {
        string word = Token(text, which);
        int at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? piece + text : text.Remove(at, word.Length).Insert(at, piece);
    }

    private static int Index(string s, double share) => (int)(share * Math.Max(0, s.Length - 1));
}
