using System.CommandLine;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion plot</c>: the pictures of a recorded run.</summary>
internal static class PlotCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "A folder that `locomotion run --record` wrote." };
    private static readonly Option<string?> Out = new("--out") { Description = "Write pictures here. Default: the same folder.", HelpName = "folder" };

    public static Command Build()
    {
        Command command = new("plot", "Draw the pictures of a recorded run: gait diagram, trunk bending, path, speed.") { Folder, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string folder = parsed.GetValue(Folder)!, target = parsed.GetValue(Out) ?? folder;
        (Scenario scenario, Trajectory trajectory) = RunRecord.Read(folder);
        PictureWriting.Write(scenario, trajectory, target);
        Terminal.Error.MarkupLineInterpolated($"Pictures are in [bold]{target}[/].");
        return ExitCode.Done;
    }
}
