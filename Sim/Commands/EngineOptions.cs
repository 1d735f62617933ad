using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Sim.Commands;

/// <summary>Where work is done: options and the engine that they ask for.</summary>
internal sealed class EngineOptions
{
    /// <summary>Threads of this process.</summary>
    public const string Threads = "threads";

    private const int MostWorkers = 1024;
    private static readonly string[] engines = [Threads, "processes", "slurm"];

    private readonly Option<string> on = new("--on")
    {
        Description = "threads or processes of this machine, or slurm: job arrays of the cluster whose sbatch is found here.",
        HelpName = string.Join('|', engines),
    };
    private readonly Option<int?> workers = new("--workers") { Description = "How many threads or processes. Default: one on each core." };
    private readonly Option<double> taskMinutes = new("--task-minutes") { Description = "About how long one task of a job array takes, min.", DefaultValueFactory = _ => 10 };
    private readonly Option<string[]> sbatch = new("--sbatch") { Description = "An argument more for sbatch, as --sbatch=--partition=long. May be given several times.", HelpName = "argument" };

    /// <summary>Options whose first engine is another.</summary>
    public EngineOptions(string first = "processes") => on.DefaultValueFactory = _ => first;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[on, workers, taskMinutes, sbatch]) command.Options.Add(option);
    }

    /// <summary>The name of the engine that was asked for.</summary>
    public string Asked(ParseResult parsed) => parsed.GetValue(on)!;

    /// <summary>The engine that was asked for.</summary>
    /// <param name="parsed">What was asked.</param>
    /// <param name="folder">Where it keeps what it must not forget.</param>
    public IEngine Engine(ParseResult parsed, string folder)
    {
        string engine = Asked(parsed);
        int count = parsed.GetValue(workers) ?? Environment.ProcessorCount;
        if (count is < 1 or > MostWorkers) throw new InvalidInputException("Option --workers", $"{count}", $"lies outside [1, {MostWorkers}]", "choose a number inside");
        double minutes = parsed.GetValue(taskMinutes);
        if (!(minutes is >= 0.01 and <= 10_000)) throw new InvalidInputException("Option --task-minutes", Naming.Number(minutes), "lies outside [0.01, 10000] min", "choose a number inside");
        string[] more = parsed.GetValue(sbatch) ?? [];
        if (engine != "slurm" && more.Length > 0) throw new InvalidInputException("Option --sbatch", $"'{more[0]}'", $"does not go with --on {engine}", "give --on slurm, or leave it out");
        return engine switch
        {
            Threads => new ThreadEngine(count),
            "processes" => new ProcessEngine(count),
            "slurm" => new SlurmEngine(folder, TimeSpan.FromMinutes(minutes), more),
            _ => throw new InvalidInputException("Option --on", $"'{engine}'", $"is not one of {string.Join(", ", engines)}", $"did you mean '{Naming.Nearest(engine, engines)}'?"),
        };
    }
}
