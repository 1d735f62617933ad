using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;

namespace Locomotion.Sim.Sweeps;

/// <summary>Evaluates the candidates of an optimisation on an engine. What was evaluated once is never evaluated again.</summary>
/// <param name="engine">Where.</param>
/// <param name="folder">Where candidates and costs are kept.</param>
public sealed class EngineCosts(IEngine engine, string folder) : ICandidateCosts
{
    private readonly string folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public double[] Of(IObjective objective, IReadOnlyList<double[]> candidates, CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Folder", $"'{folder}'", $"cannot be made ({fault.Message.TrimEnd('.')})", "check path and permissions");
        }
        CandidatesWork work = CandidatesWork.Write(objective, candidates, Path.Combine(folder, "candidates.json"));
        using CaseStore store = new(Path.Combine(folder, SweepFolder.StoreName));
        store.Refresh();
        engine.Run(new WorkRun(work, store), stop);
        store.Refresh();
        IWorker worker = work.NewWorker();
        return [.. Enumerable.Range(0, candidates.Count).Select(k => CandidatesWork.Cost(store.Content(worker.Key(k))))];
    }
}
