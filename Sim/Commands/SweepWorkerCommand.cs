using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Sim.Commands;

/// <summary>The other end of the engines: does pieces of the work in a file. Started by this program only.</summary>
internal static class SweepWorkerCommand
{
    private static readonly Argument<string> FileName = new("file");
    private static readonly Option<string> Store = new("--store") { Required = true };
    private static readonly Option<string?> Tasks = new("--tasks") { Description = "The tasks of a job array." };
    private static readonly Option<string?> Identity = new("--identity") { Description = "The program that the work was planned by." };

    public static Command Build()
    {
        Command command = new(WorkerProgram.Command) { FileName, Store, Tasks, Identity };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Identity) is { } identity && identity != ProgramIdentity.Text)
            throw new InvalidInputException("Worker", ProgramIdentity.Text, $"is not the program that planned the work, {identity}", "run the sweep again");
        string store = parsed.GetValue(Store)!;
        IWork work = WorkFile.Open(parsed.GetValue(FileName)!, store);
        if (parsed.GetValue(Tasks) is not { } tasks)
        {
            WorkerProgram.Run(work, store);
            return ExitCode.Done;
        }
        using Interrupt interrupt = new();
        return SlurmTask.Run(work, store, tasks, interrupt.Token) ? ExitCode.Done : interrupt.ExitCode;
    }
}
