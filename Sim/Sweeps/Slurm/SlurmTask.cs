using System.Globalization;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Sweeps;

/// <summary>One task of a job array, on a node of the cluster: does its pieces one after the other.</summary>
internal static class SlurmTask
{
    /// <summary>Does them. False if it was stopped.</summary>
    public static bool Run(IWork work, string store, string tasks, CancellationToken stop)
    {
        string? number = Environment.GetEnvironmentVariable("SLURM_ARRAY_TASK_ID");
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out int task))
            throw new InvalidInputException("SLURM_ARRAY_TASK_ID", $"'{number}'", "is not the number of a task", "run this as a job array: `locomotion sweep --on slurm` submits it");
        IWorker worker = work.NewWorker();
        using ShardWriter writer = new(store);
        foreach (long piece in SlurmJob.Task(tasks, task))
        {
            if (worker.Do(piece, stop) is not { } result) return false;
            writer.Append(worker.Key(piece), result.Outcome, result.Content);
        }
        return true;
    }
}
