using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;
using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion optimise</c>: finds the weights of the cord of bursting neurons. Its defaults give the file that is shipped.</summary>
internal static class OptimiseCommand
{
    private static readonly Option<ulong> Seed = new("--seed") { Description = "From this follow the candidates.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Generations = new("--generations") { Description = "Generations in all.", DefaultValueFactory = _ => BurstingCord.Generations };
    private static readonly Option<int> Population = new("--population") { Description = "Candidates a generation.", DefaultValueFactory = _ => BurstingCord.Population };
    private static readonly Option<string> Out = new("--out") { Description = "Write the result here.", DefaultValueFactory = _ => Path.Combine("out", BurstingCord.FileName), HelpName = "file" };
    private static readonly Option<string?> Checkpoint = new("--checkpoint") { Description = "Written after each generation, and continued from if it is there. Default: the result's name and .checkpoint.", HelpName = "file" };
    private static readonly Option<int?> Threads = new("--threads") { Description = "Candidates run at once; the result does not depend on it. Default: one on each core." };

    private static readonly EngineOptions Engines = new(EngineOptions.Threads);

    public static Command Build()
    {
        Command command = new("optimise", "Find the weights of the cord of bursting neurons by evolution (CMA-ES), on the simulated body.")
        {
            Seed, Generations, Population, Out, Checkpoint, Threads,
        };
        Engines.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string target = parsed.GetValue(Out)!, checkpoint = parsed.GetValue(Checkpoint) ?? target + ".checkpoint";
        if (Directory.Exists(target)) throw new InvalidInputException("Option --out", $"'{target}'", "is a folder", "name a file");
        OptimisationRun run = new(new BurstingCordObjective(), new OptimisationSettings
        {
            Seed = parsed.GetValue(Seed),
            Generations = parsed.GetValue(Generations),
            Population = parsed.GetValue(Population),
            Sigma = BurstingCord.FirstSigma,
            Threads = parsed.GetValue(Threads),
            Checkpoint = checkpoint,
        }, Engines.Asked(parsed) == EngineOptions.Threads ? null : new EngineCosts(Engines.Engine(parsed, target + ".work"), target + ".work"));
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder) Directory.CreateDirectory(folder);
        using Interrupt interrupt = new();
        try
        {
            OptimisationResult result = Watched(progress => run.Run(progress, interrupt.Token));
            result.Save(target);
            Table table = new Table().RoundedBorder().AddColumns("parameter", "value");
            foreach ((string name, double value) in result.Values) table.AddRow(Markup.Escape(name), Naming.Number(value));
            Terminal.Out.Write(table);
            BurstingCordCost cost = new BurstingCordObjective().Measure([.. result.Values.Select(value => value.Value)]);
            Terminal.Out.WriteLine($"Walking {cost.Walking:0.000}, swings {cost.Swings:0.000}, bending {cost.Bending:0.000}, swimming {cost.Swimming:0.000}.");
            Terminal.Out.WriteLine($"Cost {result.BestCost:0.000} after {result.Evaluations} evaluations, {result.StartCost:0.000} at the start. Written to {target}.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException stopped)
        {
            (string why, string the) = interrupt.Happened ? ("Stopped on request:", "the") : ($"Stopped: {stopped.Message}.", "The");
            Terminal.Error.MarkupLineInterpolated($"[yellow]{why}[/] {the} same command goes on from [bold]{checkpoint}[/].");
            return interrupt.Happened ? interrupt.ExitCode : ExitCode.CheckFailed;
        }
    }

    private static OptimisationResult Watched(Func<Action<OptimisationProgress>, OptimisationResult> work)
    {
        if (Console.IsErrorRedirected) return work(at => Console.Error.WriteLine($"generation {at.Generation} of {at.Generations}: cost {at.BestCost:0.000}, step {at.Sigma:0.000}"));
        return Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("optimise");
                return work(at =>
                {
                    bar.MaxValue = Math.Max(1, at.Generations);
                    bar.Value = at.Generation;
                    bar.Description = $"cost {at.BestCost:0.000}, step {at.Sigma:0.000}";
                });
            });
    }
}
