using System.Globalization;
using Locomotion.Controller.Files;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Robots;

/// <summary>What a robot file may ask for at most. Reader and schema both take it from here.</summary>
internal static class RobotLimits
{
    /// <summary>Most segments.</summary>
    public const int Segments = 64;

    /// <summary>Highest number of a bus.</summary>
    public const int LastBus = 63;

    /// <summary>Highest number of a GPIO line: the header of a Raspberry Pi has 0 to 27.</summary>
    public const int LastPin = 27;

    /// <summary>Shortest and longest step of the controller, s; as <see cref="LoopTiming"/> has them.</summary>
    public const double ShortestStep = 1e-5, LongestStep = 0.01;

    /// <summary>Shortest and longest servo frame, s: a PCA9685 gives no fewer than 24 pulses a second.</summary>
    public const double ShortestFrame = 3e-3, LongestFrame = 0.04;

    /// <summary>Slowest and fastest clock of a bus, Hz.</summary>
    public const int SlowestBus = 10_000, FastestBus = 1_000_000;

    /// <summary>Slowest and fastest oscillator of a PCA9685, Hz.</summary>
    public const double SlowestOscillator = 20e6, FastestOscillator = 30e6;

    /// <summary>Most that a converter here can measure, V: the full scale it is set to.</summary>
    public const double MostVolts = 4.096;

    /// <summary>Smallest and largest shunt, ohm.</summary>
    public const double SmallestShunt = 1e-4, LargestShunt = 10;

    /// <summary>Smallest and largest current that a shunt is meant for, A.</summary>
    public const double LeastAmperes = 0.01, MostAmperes = 1000;

    /// <summary>Farthest place of a trunk joint or a leg's sweep, rad, and of a lift.</summary>
    public const double FarthestTurn = 3.2, FarthestLift = 1;

    /// <summary>What a joint, a leg's end and an input look like, as regular expressions.</summary>
    public const string JointPattern = "^(bend-(0|[1-9][0-9]*)|(yaw|lift)-(0|[1-9][0-9]*)-(left|right))$",
        TurnPattern = "^(bend-(0|[1-9][0-9]*)|yaw-(0|[1-9][0-9]*)-(left|right))$", LiftPattern = "^lift-(0|[1-9][0-9]*)-(left|right)$",
        LegPattern = "^(0|[1-9][0-9]*)-(left|right)$",
        ContactPattern = "^(foot-(0|[1-9][0-9]*)-(left|right)|water-(0|[1-9][0-9]*))$";

    /// <summary>From which animal a robot starts.</summary>
    public static readonly string[] Presets = ["animal", "robot"];

    /// <summary>A whole number in [<paramref name="min"/>, <paramref name="max"/>].</summary>
    public static int Whole(JsonPlace place, int min, int max)
    {
        double number = place.Number(min, max, "");
        return number == Math.Floor(number) ? (int)number : throw place.Refuse("is not a whole number", "write one without point");
    }

    /// <summary>The address of a chip, "0x40".</summary>
    public static int Address(JsonPlace place, ChipAddresses chip)
    {
        string text = place.Text();
        return text.Length == 4 && text.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int address)
            && address >= chip.First && address <= chip.Last
            ? address
            : throw place.Refuse($"is no address of {chip.Name}, [\"0x{chip.First:x2}\", \"0x{chip.Last:x2}\"]", $"write it as in \"0x{chip.First:x2}\"");
    }

    /// <summary>The joint of that name, written as the program writes it.</summary>
    public static int Joint(string name, JointTable joints)
    {
        int joint = joints.Parse(name);
        return joints.Name(joint) == name
            ? joint
            : throw new InvalidInputException("Joint", $"'{name}'", "is not how it is written", $"write {joints.Name(joint)}");
    }
}
