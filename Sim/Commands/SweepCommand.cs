using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion sweep</c>: many cases of one scenario, on this machine or on a cluster.</summary>
internal static class SweepCommand
{
    // not required, since the commands below have their own
    private static readonly Argument<string?> FileName = new("file") { Description = SweepOptions.File().Description, Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Out = SweepOptions.Out();
    private static readonly Option<string?> Store = SweepOptions.Store();
    private static readonly Option<bool> Retry = new("--retry") { Description = "Run the cases that failed once more." };
    private static readonly Option<bool> NoPage = new("--no-page") { Description = "Write tables only." };
    private static readonly EngineOptions Engines = new();

    public static Command Build()
    {
        Command command = new("sweep", "Run a design of many cases; finished ones are never run again. The same command goes on after any interruption.")
        {
            FileName, Out, Store, Retry, NoPage,
        };
        Engines.AddTo(command);
        command.SetAction(Run);
        foreach (Command below in (Command[])[SweepPlanCommand.Build(), SweepStatusCommand.Build(), SweepResultsCommand.Build(), SweepPageCommand.Build(), SweepSchemaCommand()]) command.Subcommands.Add(below);
        return command;
    }

    private static Command SweepSchemaCommand()
    {
        Command schema = new("schema", "Print the JSON schema of designs.");
        schema.SetAction(_ =>
        {
            Console.Out.Write(SweepSchema.Text);
            return ExitCode.Done;
        });
        return schema;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetValue(FileName) ?? throw new InvalidInputException("Design", "none", "was named", "give a file, as in `locomotion sweep gaits.jsonc`; `locomotion sweep schema` says what is in it");
        (SweepDesign design, SweepFolder folder) = SweepOptions.Opened(file, parsed.GetValue(Out)!, parsed.GetValue(Store));
        IEngine engine = Engines.Engine(parsed, folder.Own);
        using FileStream running = folder.Lock();
        SweepWork work = folder.Work();
        using CaseStore store = SweepOptions.Read(folder);
        if (parsed.GetValue(Retry)) store.ForgetFailures();
        WorkRun run = new(work, store);
        using Interrupt interrupt = new();
        bool stopped = false;
        try
        {
            EngineView.Run(design.Name, engine, run, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }
        store.Refresh();
        SweepTable table = new(design, store);
        long rows = ResultFiles.Write(design, table, folder.Own);
        Terminal.Out.WriteLine($"{rows} of {design.Count} cases have a result, {run.Progress.Done} of them from now, in {run.Progress.Elapsed.TotalSeconds:0.0} s{(run.Progress.Failures is { Length: > 0 } failures ? $"; failed: {failures}" : "")}.");
        Terminal.Out.WriteLine($"Tables: {Path.Combine(folder.Own, ResultFiles.Csv)} and {ResultFiles.Parquet}.");
        if (stopped)
        {
            Terminal.Error.MarkupLine(!interrupt.Happened && run.Progress.Remark.Length > 0 ? $"[yellow]Stopped: {Markup.Escape(run.Progress.Remark)}.[/] The same command goes on." : "[yellow]Stopped on request:[/] the same command goes on.");
            return interrupt.Happened ? interrupt.ExitCode : ExitCode.CheckFailed;
        }
        if (!parsed.GetValue(NoPage))
        {
            WatchedWork.Run("pictures", _ => SweepPage.Write([(design, table)], folder.Own));
            Terminal.Out.WriteLine($"Page: {Path.Combine(folder.Own, SweepPage.FileName)}.");
        }
        return run.Progress.Failures.Length == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }
}
