using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>
/// Makes the cost of an objective small by <see cref="CmaEs"/>, the candidates of a generation in parallel. The result follows from
/// objective, seed, population, first step size and generations, whatever the number of threads and of interruptions.
/// </summary>
public sealed class OptimisationRun
{
    private readonly IObjective objective;
    private readonly OptimisationSettings settings;
    private readonly OptimisedParameter[] parameters;
    private readonly int population;
    private readonly ICandidateCosts costs;

    /// <summary>A run of <paramref name="objective"/>; nothing is evaluated or written yet.</summary>
    /// <param name="objective">What is made small.</param>
    /// <param name="settings">How.</param>
    /// <param name="costs">Where candidates are evaluated; on threads of this process if null. The result does not depend on it.</param>
    /// <exception cref="InvalidInputException">The settings or the parameters cannot be used.</exception>
    public OptimisationRun(IObjective objective, OptimisationSettings settings, ICandidateCosts? costs = null)
    {
        this.costs = costs ?? new ThreadCosts(settings.Threads);
        this.objective = objective;
        this.settings = settings;
        parameters = [.. objective.Parameters];
        population = settings.Population ?? CmaEsCoefficients.DefaultPopulation(Math.Max(1, parameters.Length));
        CheckRange("Number of parameters", parameters.Length, 1, 128);
        CheckRange("Population", population, CmaEsCoefficients.LeastPopulation, 10_000);
        CheckRange("Generations", settings.Generations, 0, 100_000);
        CheckRange("Threads", settings.Threads ?? 1, 1, 1024);
        CheckRange("First step size", settings.Sigma, 1e-6, 1);
        if (parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidInputException($"Objective '{objective.Name}'", $"parameter '{twice.Key}'", "stands there twice", "keep one of the two");
    }

    /// <summary>Runs to the last generation, from the checkpoint if there is one.</summary>
    /// <param name="progress">Told of the start, and of each generation after its checkpoint is written.</param>
    /// <param name="stop">Ends the run between two evaluations; the checkpoint is that of the last whole generation.</param>
    /// <exception cref="InvalidInputException">The checkpoint belongs to another run, is damaged, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for, or jobs were cancelled by hand.</exception>
    public OptimisationResult Run(Action<OptimisationProgress>? progress = null, CancellationToken stop = default)
    {
        OptimisationCheckpoint at = Resumed() ?? Started(stop);
        CmaEs search = new(at.State);
        progress?.Invoke(Progress(at));
        while (search.State.Generation < settings.Generations)
        {
            search.Tell(costs.Of(objective, [.. search.Ask().Select(ValuesAt)], stop));
            at = at with { State = search.State };
            Keep(at);
            progress?.Invoke(Progress(at));
        }
        return Result(at);
    }

    private OptimisationCheckpoint? Resumed()
    {
        if (settings.Checkpoint is not { } path || !Path.Exists(path)) return null;
        OptimisationCheckpoint found = CheckpointFile.Read(path);
        CheckpointFile.RefuseForeign(path, found, Asked(found.StartCost));
        return found.State.Generation <= settings.Generations
            ? found
            : throw new InvalidInputException($"Checkpoint '{path}'", $"generation {found.State.Generation}",
                $"lies beyond the {settings.Generations} asked for", "ask for more generations, or for another checkpoint file");
    }

    private OptimisationCheckpoint Started(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        double cost = objective.Cost(Start());
        OptimisationCheckpoint at = Asked(double.IsFinite(cost) ? cost : double.PositiveInfinity);
        Keep(at);
        return at;
    }

    /// <summary>The run before its first generation.</summary>
    private OptimisationCheckpoint Asked(double startCost)
    {
        double[] mean = [.. parameters.Select(parameter => parameter.StartShare)];
        return new OptimisationCheckpoint(objective.Name, objective.Description, parameters, settings.Sigma, startCost,
            CmaEs.From(mean, settings.Sigma, population, settings.Seed).State);
    }

    private void Keep(OptimisationCheckpoint at)
    {
        if (settings.Checkpoint is { } path) CheckpointFile.Write(path, at);
    }

    private double[] ValuesAt(double[] shares) => [.. parameters.Zip(shares, (parameter, share) => parameter.At(share))];

    private double[] Start() => [.. parameters.Select(parameter => parameter.Start)];

    private int Evaluations(OptimisationCheckpoint at) => 1 + at.State.Generation * population;

    private OptimisationProgress Progress(OptimisationCheckpoint at) =>
        new(at.State.Generation, settings.Generations, Evaluations(at), Math.Min(at.StartCost, at.State.BestCost), at.State.Sigma);

    private OptimisationResult Result(OptimisationCheckpoint at)
    {
        double[] best = at.State.Best is { } found && at.State.BestCost < at.StartCost ? ValuesAt(found) : Start();
        return new OptimisationResult(
            [.. parameters.Zip(best, (parameter, value) => KeyValuePair.Create(parameter.Name, value))],
            objective.Name, objective.Description, settings.Seed, population, at.State.Generation, Evaluations(at),
            at.StartCost, Math.Min(at.StartCost, at.State.BestCost));
    }

    private static void CheckRange(string thing, double value, double min, double max)
    {
        if (!(value >= min && value <= max))
            throw new InvalidInputException(thing, Naming.Number(value), $"lies outside [{Naming.Number(min)}, {Naming.Number(max)}]", "choose a number inside");
    }
}
