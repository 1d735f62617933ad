using System.CommandLine;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot schema</c>: the JSON schema of robot files.</summary>
internal static class SchemaCommand
{
    public static Command Build()
    {
        Command command = new("schema", "Print the JSON schema of robot files.");
        command.SetAction(_ =>
        {
            Console.Out.Write(RobotSchema.Text);
            return ExitCode.Done;
        });
        return command;
    }
}
