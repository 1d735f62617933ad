using Locomotion.Hardware.Robots;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Robots;

/// <summary>The robots that come with the program.</summary>
internal static class ExampleRobots
{
    public static readonly string[] Names = ["ten-segments", "six-segments", "one-segment"];

    public static string File(string name) => Repository.Path("deploy-rpi", "robots", $"{name}.jsonc");

    public static string Text(string name) => System.IO.File.ReadAllText(File(name));

    public static Robot Read(string name) => RobotReader.Read(File(name));
}
