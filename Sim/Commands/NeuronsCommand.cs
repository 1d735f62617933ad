using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.NeuronReports;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion neurons</c>: the published studies of bursting neurons and their circuits, ours beside the published figures.</summary>
internal static class NeuronsCommand
{
    private static readonly Argument<string?> StudyName = new("study")
    {
        Description = $"Which study: {string.Join(", ", NeuronStudy.All.Select(study => study.Name))}.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<bool> All = new("--all") { Description = "Run every study, with either neuron where there is a choice." };
    private static readonly Option<string?> Model = new("--model") { Description = "The neuron of constant, pulse and periodic: simplified (default) or biophysical." };
    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Set a parameter of the neuron, as noise=0 or shape=linear; in circuits also of one population, as PD.bias=0.1. `locomotion params neurons` shows all.",
        HelpName = "name=value",
    };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "First seed of the noise." };
    private static readonly Option<int> Seeds = StudyOutput.Seeds("How many seeds the circuits are run with.", standard: 20);
    private static readonly Option<string> Out = StudyOutput.Out("Write tables and pictures here, a folder for each study.");
    private static readonly Option<bool> NoPictures = new("--no-pictures") { Description = "Write tables only." };

    public static Command Build()
    {
        Command command = new("neurons", "Reproduce the published studies of bursting neurons and their circuits.")
        {
            StudyName, All, Model, Set, Seed, Seeds, Out, NoPictures,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (NeuronStudy Study, UnitModel Model)[] chosen = Chosen(parsed);
        int seeds = StudyOutput.CheckedSeeds(parsed.GetValue(Seeds));
        StudyOptions options = new() { Settings = new Settings(parsed.GetValue(Set) ?? []), Seed = parsed.GetValue(Seed), Seeds = seeds };
        string folder = StudyOutput.CheckedFolder(Path.Combine(parsed.GetValue(Out)!, "neurons"));

        foreach ((NeuronStudy study, UnitModel model) in chosen)
        {
            string name = study.HasModels ? $"{study.Name}-{model.ToString().ToLowerInvariant()}" : study.Name;
            string target = Path.Combine(folder, name);
            StudyReport report = WatchedWork.Run(name, progress => study.Run(options with { Model = model, Progress = progress }));
            foreach (ReportTable table in report.Tables) ReportTableView.Write(table);
            IReadOnlyList<string> pictures = parsed.GetValue(NoPictures) ? [] : WatchedWork.Run($"{name}: pictures", _ => report.Draw(target));
            foreach (ReportTable table in report.Tables) table.Save(target);
            Terminal.Error.MarkupLineInterpolated($"{report.Tables.Count} tables and {pictures.Count} pictures are in [bold]{target}[/].");
        }
        return ExitCode.Done;
    }

    /// <summary>The studies that the options ask for; every option is checked here, before anything runs or is written.</summary>
    private static (NeuronStudy, UnitModel)[] Chosen(ParseResult parsed)
    {
        string? name = parsed.GetValue(StudyName), modelName = parsed.GetValue(Model);
        bool all = parsed.GetValue(All);
        UnitModel model = modelName switch
        {
            null or "simplified" => UnitModel.Simplified,
            "biophysical" => UnitModel.Biophysical,
            _ => throw new InvalidInputException("Option --model", $"'{modelName}'", "is not known", "use simplified or biophysical"),
        };
        if (all == name is not null) throw new InvalidInputException("Study", name is null ? "none" : $"'{name}' and --all", "was asked for",
            $"name one of {string.Join(", ", NeuronStudy.All.Select(known => known.Name))}, or give --all");
        if (all)
        {
            if (modelName is not null || parsed.GetValue(Set) is { Length: > 0 })
                throw new InvalidInputException("Option --all", "with --model or --set", "would not be the published studies", "name one study");
            return [.. NeuronStudy.All.SelectMany(study => study.HasModels
                ? new[] { (study, UnitModel.Simplified), (study, UnitModel.Biophysical) }
                : [(study, UnitModel.Simplified)])];
        }
        NeuronStudy chosen = NeuronStudy.All.FirstOrDefault(study => study.Name == name)
            ?? throw new InvalidInputException("Study", $"'{name}'", "is not known", $"did you mean '{Naming.Nearest(name!, NeuronStudy.All.Select(study => study.Name))}'?");
        if (modelName is not null && !chosen.HasModels)
            throw new InvalidInputException("Option --model", $"'{modelName}'", $"cannot go with the study '{name}'", "leave it out: the circuit has its own neurons");
        return [(chosen, model)];
    }
}
