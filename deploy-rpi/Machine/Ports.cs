using System.CommandLine;
using Locomotion.Controller.Parameters;

namespace Locomotion.Robot.Machine;

/// <summary>Which ports a command is to use.</summary>
internal static class Ports
{
    /// <summary>The words of <c>--bus</c>.</summary>
    public const string Real = "real", Simulated = "simulated";

    /// <summary>The option <c>--bus</c>.</summary>
    public static Option<string?> Option(string what) => new("--bus") { Description = $"real, or simulated: models of the chips. {what}", HelpName = "bus" };

    /// <summary>Opens them.</summary>
    /// <exception cref="InvalidInputException">The word is not known, or this machine has no such ports.</exception>
    public static IMachine Open(string word, Hardware.Robots.Robot robot) => word switch
    {
        Real => new RealMachine(),
        Simulated => new DeskMachine(robot, realTime: true),
        _ => throw new InvalidInputException("Option --bus", $"'{word}'", "is not known", $"use {Real} or {Simulated}"),
    };
}
