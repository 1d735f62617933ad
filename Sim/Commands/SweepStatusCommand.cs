using System.CommandLine;
using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion sweep status</c>: how far a sweep is.</summary>
internal static class SweepStatusCommand
{
    private static readonly Argument<string> FileName = SweepOptions.File();
    private static readonly Option<string> Out = SweepOptions.Out();
    private static readonly Option<string?> Store = SweepOptions.Store();
    private static readonly Option<string?> Program = SweepOptions.Program();

    public static Command Build()
    {
        Command command = new("status", "Show how far a sweep is: cases done, failed by kind, left; and its jobs. May be asked while it runs.") { FileName, Out, Store, Program };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (SweepDesign design, SweepFolder folder) = SweepOptions.Opened(parsed.GetValue(FileName)!, parsed.GetValue(Out)!, parsed.GetValue(Store));
        using CaseStore store = SweepOptions.Read(folder);
        SweepStatus status = SweepStatus.Of(design, store, parsed.GetValue(Program) ?? ProgramIdentity.Text);
        Table table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(design.Name)}[/]").AddColumn("cases").AddColumn(new TableColumn("number").RightAligned());
        table.AddRow("in the design", $"{design.Count}");
        foreach (Outcome outcome in Enum.GetValues<Outcome>().Where(one => one == Outcome.Done || status.Of(one) > 0))
            table.AddRow(Controller.Parameters.Naming.Word(outcome), $"{status.Of(outcome)}");
        table.AddRow("left", $"{status.Left}");
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"Store: {store.Count} results in {folder.Store}{(store.Torn > 0 ? $"; {store.Torn} bytes there are no whole row, and will be run again" : "")}.");
        foreach (string line in SlurmEngine.Describe(folder.Own)) Terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }
}
