using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Experiments.Reporting;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion experiment</c>: what the model shows, measured, drawn, checked and written up.</summary>
internal static class ExperimentCommand
{
    private static readonly string Names = string.Join(", ", Experiment.All.Select(experiment => experiment.Name));
    private static readonly Argument<string?> ExperimentName = new("experiment") { Description = $"Which one: {Names}.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> All = new("--all") { Description = "Run every experiment." };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "First seed.", DefaultValueFactory = _ => new ExperimentOptions().Seed };
    private static readonly Option<int> Seeds = StudyOutput.Seeds("How many seeds an experiment is run with, where chance plays a part.", new ExperimentOptions().Seeds);
    private static readonly Option<string> Out = StudyOutput.Out("Write reports, tables and pictures here, in a folder experiments.");
    private static readonly Option<bool> NoPictures = new("--no-pictures") { Description = "Write tables and reports only." };

    public static Command Build()
    {
        Command command = new("experiment", "Run experiments on the model: figures, pictures, checks, and a report of them.")
        {
            ExperimentName, All, Seed, Seeds, Out, NoPictures,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        IReadOnlyList<Experiment> chosen = Chosen(parsed);
        int seeds = StudyOutput.CheckedSeeds(parsed.GetValue(Seeds));
        string folder = StudyOutput.CheckedFolder(Path.Combine(parsed.GetValue(Out)!, "experiments"));

        using Interrupt interrupt = new();
        ExperimentOptions options = new() { Seed = parsed.GetValue(Seed), Seeds = seeds, Stop = interrupt.Token };
        List<FinishedExperiment> finished = [];
        try
        {
            foreach (Experiment experiment in chosen)
            {
                ExperimentReport report = WatchedWork.Run(experiment.Name, progress => experiment.Run(options with { Progress = progress }));
                finished.Add(Written(experiment, report, Path.Combine(folder, experiment.Name), draw: !parsed.GetValue(NoPictures)));
                CheckTable.Write(experiment, report);
            }
        }
        catch (OperationCanceledException) when (interrupt.Happened)
        {
            Terminal.Error.MarkupLine("[yellow]Stopped on request: the report holds what was finished.[/]");
        }
        if (finished.Count > 0)
        {
            ExperimentBook book = new(finished, Repeating(parsed, options), SourceVersion.Find());
            MarkdownReport.Write(book, folder);
            HtmlReport.Write(book, folder);
            Terminal.Error.MarkupLineInterpolated($"The report is in [bold]{folder}[/]: README.md and report.html.");
            Terminal.Out.WriteLine(book.Verdict);
        }
        if (interrupt.Happened) return interrupt.ExitCode;
        return finished.All(one => one.Report.Holds) ? ExitCode.Done : ExitCode.CheckFailed;
    }

    /// <summary>The experiments that the options ask for.</summary>
    private static IReadOnlyList<Experiment> Chosen(ParseResult parsed)
    {
        string? name = parsed.GetValue(ExperimentName);
        bool all = parsed.GetValue(All);
        if (all == name is not null)
            throw new InvalidInputException("Experiment", name is null ? "none" : $"'{name}' and --all", "was asked for", $"name one of {Names}, or give --all");
        if (all) return Experiment.All;
        return [Experiment.All.FirstOrDefault(experiment => experiment.Name == name)
            ?? throw new InvalidInputException("Experiment", $"'{name}'", "is not known",
                $"did you mean '{Naming.Nearest(name!, Experiment.All.Select(experiment => experiment.Name))}'?")];
    }

    private static FinishedExperiment Written(Experiment experiment, ExperimentReport report, string folder, bool draw)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in report.Tables) table.Save(folder);
        return new FinishedExperiment(experiment, report, draw ? WatchedWork.Run($"{experiment.Name}: pictures", _ => report.Draw(folder)) : []);
    }

    /// <summary>The command that gives the same figures in any checkout.</summary>
    private static string Repeating(ParseResult parsed, ExperimentOptions options)
    {
        string seed = options.Seed == new ExperimentOptions().Seed ? "" : $" --seed {options.Seed}";
        return $"dotnet run --project Sim -c Release -- experiment {parsed.GetValue(ExperimentName) ?? "--all"} --seeds {options.Seeds}{seed}";
    }
}
