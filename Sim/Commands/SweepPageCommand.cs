using System.CommandLine;
using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion sweep page</c>: one page of results of one or several sweeps.</summary>
internal static class SweepPageCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The designs.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Out = SweepOptions.Out();
    private static readonly Option<string?> Store = SweepOptions.Store();
    private static readonly Option<string?> Program = SweepOptions.Program();
    private static readonly Option<string?> To = new("--to") { Description = "Write page and pictures here. Default: the first sweep's folder.", HelpName = "folder" };

    public static Command Build()
    {
        Command command = new("page", "Write the page of one or several sweeps: maps, curves, failures.") { Files, Out, Store, Program, To };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var opened = parsed.GetValue(Files)!.Select(file => SweepOptions.Opened(file, parsed.GetValue(Out)!, parsed.GetValue(Store))).ToArray();
        string folder = StudyOutput.CheckedFolder(parsed.GetValue(To) ?? opened[0].Folder.Own);
        using CaseStore store = SweepOptions.Read(opened[0].Folder);
        string page = WatchedWork.Run("pictures", _ => SweepPage.Write([.. opened.Select(one => (one.Design, new SweepTable(one.Design, store, parsed.GetValue(Program))))], folder));
        Terminal.Out.WriteLine($"Page: {page}.");
        return ExitCode.Done;
    }
}
