using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Machine;

/// <summary>Which ports a command is to use.</summary>
internal static class Ports
{
    /// <summary>The words of <c>--bus</c>.</summary>
    public const string Real = "real", Simulated = "simulated";

    /// <summary>The option <c>--bus</c>.</summary>
    public static Option<string?> Option(string what) => new("--bus") { Description = $"real, or simulated: models of the chips. {what}", HelpName = "bus" };

    /// <summary>Whether the word asks for models.</summary>
    /// <exception cref="InvalidInputException">It is not known.</exception>
    public static bool IsSimulated(string word) => word switch
    {
        Real => false,
        Simulated => true,
        _ => throw new InvalidInputException("Option --bus", $"'{word}'", "is not known", $"use {Real} or {Simulated}"),
    };

    /// <summary>Opens them, for the set-up tools.</summary>
    /// <exception cref="InvalidInputException">The word is not known, or this machine has no such ports.</exception>
    public static IMachine Open(string word, Robot robot) => IsSimulated(word) ? new DeskMachine(robot, realTime: true) : new RealMachine();
}
