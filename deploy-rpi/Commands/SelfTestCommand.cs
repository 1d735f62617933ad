using System.CommandLine;
using Locomotion.Deploy.SelfTesting;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot self-test</c>: whether this build does what every other build does. For those who build it, hence not in the help.</summary>
internal static class SelfTestCommand
{
    public static Command Build()
    {
        Option<string?> broker = new("--broker") { Description = "Speak with this broker too.", HelpName = "host:port" };
        Command command = new("self-test", "Try every part of the program without a robot. What is printed is the same on every machine.") { broker };
        command.Hidden = true;
        command.SetAction(parsed => SelfTest.Run(Console.Out, parsed.GetValue(broker)));
        return command;
    }
}
