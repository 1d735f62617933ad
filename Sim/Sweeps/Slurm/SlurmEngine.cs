using System.Diagnostics;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Sweeps;

/// <summary>
/// The cluster: pieces go to job arrays whose tasks take some minutes each. What a task that ended has not done is submitted again; what was cancelled by hand is not,
/// and ends the run. Jobs go on without this process, and the next run takes them over.
/// </summary>
/// <param name="folder">The sweep's folder, which all nodes see under the same path, as they do the program and the store.</param>
/// <param name="taskTime">About how long a task takes.</param>
/// <param name="sbatch">Arguments more for sbatch.</param>
public sealed class SlurmEngine(string folder, TimeSpan taskTime, IReadOnlyList<string> sbatch) : IEngine
{
    private const int MostStrikes = 3;      // tasks that end in the same piece
    private static readonly TimeSpan poll = TimeSpan.FromSeconds(2), trial = TimeSpan.FromSeconds(2);
    private static readonly string[] alive = ["PENDING", "CONFIGURING", "RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "REQUEUED", "REQUEUE_HOLD", "RESV_DEL_HOLD", "SIGNALING", "STAGE_OUT", "RESIZING", "SPECIAL_EXIT"];

    /// <inheritdoc/>
    public void Run(WorkRun run, CancellationToken stop)
    {
        SlurmLedger ledger = new(run);
        List<SlurmJob> jobs = [.. Adopted()];
        foreach (SlurmJob job in jobs) ledger.Give(job);
        bool cancelled = false;
        double? seconds = null;     // for a piece
        try
        {
            while (true)
            {
                stop.ThrowIfCancellationRequested();
                ledger.Refresh();
                cancelled |= Settle(jobs, ledger);
                if (ledger.Left == 0) break;
                if (ledger.Free.Count > 0 && !cancelled)
                {
                    seconds ??= Tried(run, ledger, stop);
                    if (ledger.Free.Count > 0) jobs.Add(Submit(run, ledger, seconds.Value));
                }
                else if (jobs.Count == 0)
                {
                    run.Progress.Remark = "jobs were cancelled";
                    throw new OperationCanceledException(run.Progress.Remark);
                }
                stop.WaitHandle.WaitOne(poll);
            }
        }
        catch (OperationCanceledException)
        {
            foreach (SlurmJob job in jobs)
            {
                SlurmCommands.Cancel(job.Number!);
                job.Forget();
            }
            throw;
        }
        foreach (SlurmJob job in jobs) job.Forget();       // their last tasks are about to end, with nothing left to do
    }

    /// <summary>What there is to say of a sweep's jobs.</summary>
    public static IEnumerable<string> Describe(string folder)
    {
        foreach (SlurmJob job in SlurmJob.Found(Jobs(folder)))
        {
            Dictionary<int, string>? states = job.Number is null ? [] : SlurmCommands.States(job.Number);
            string counts = states is null ? "Slurm does not answer" : states.Count == 0 ? "is gone" : string.Join(", ", states.Values.GroupBy(state => state).Select(same => $"{same.Key.ToLowerInvariant()} {same.Count()}"));
            yield return $"Job {job.Number ?? "never submitted"}, {job.Tasks.Count} tasks: {counts}.";
        }
    }

    private static string Jobs(string folder) => Path.Combine(folder, "slurm");

    /// <summary>Jobs that an earlier run has left.</summary>
    private List<SlurmJob> Adopted()
    {
        List<SlurmJob> jobs = [];
        foreach (SlurmJob job in SlurmJob.Found(Jobs(folder)))
        {
            if (job.Number is not null && Ended(job) is { } ended) job.Settled.UnionWith(ended.Keys);
            if (job.Number is not null && job.Open.Any()) jobs.Add(job);
            else job.Forget();
        }
        return jobs;
    }

    /// <summary>Looks after tasks that have ended. True if one was cancelled with work left.</summary>
    private static bool Settle(List<SlurmJob> jobs, SlurmLedger ledger)
    {
        bool cancelled = false;
        int running = 0, waiting = 0;
        foreach (SlurmJob job in jobs.ToArray())
        {
            if (SlurmCommands.States(job.Number!) is not { } states) return cancelled;      // no answer: ask again later
            Dictionary<int, string> ended = Ended(job, states);
            if (ended.Count > 0) ledger.Refresh();      // what they wrote last
            foreach ((int task, string state) in ended)
            {
                job.Settled.Add(task);
                cancelled |= ledger.TakeBack(job.Tasks[task], state, MostStrikes);
            }
            running += states.Values.Count(state => state is "RUNNING" or "COMPLETING");
            waiting += states.Values.Count(state => state == "PENDING");
            if (job.Settled.Count < job.Tasks.Count) continue;
            job.Forget();
            jobs.Remove(job);
        }
        ledger.Run.Progress.Remark = $"tasks running {running}, waiting {waiting}{(ledger.Lost > 0 ? $", lost {ledger.Lost}" : "")}";
        return cancelled;
    }

    /// <summary>The tasks that have ended since they were last looked after, and how; null if Slurm does not answer.</summary>
    private static Dictionary<int, string>? Ended(SlurmJob job) => SlurmCommands.States(job.Number!) is { } states ? Ended(job, states) : null;

    private static Dictionary<int, string> Ended(SlurmJob job, Dictionary<int, string> states) =>
        job.Open.Where(task => !alive.Contains(states.GetValueOrDefault(task))).ToDictionary(task => task, task => states.GetValueOrDefault(task, "GONE"));

    /// <summary>Does some pieces here, to learn how long one takes.</summary>
    private static double Tried(WorkRun run, SlurmLedger ledger, CancellationToken stop)
    {
        using ShardWriter writer = new(run.Store.Folder);
        IWorker worker = run.Work.NewWorker();
        long started = Stopwatch.GetTimestamp();
        List<double> times = [];
        while (Stopwatch.GetElapsedTime(started) < trial && ledger.Free.TryDequeue(out long piece))
        {
            long begin = Stopwatch.GetTimestamp();
            WorkResult result = worker.Do(piece, stop) ?? throw new OperationCanceledException(stop);
            writer.Append(worker.Key(piece), result.Outcome, result.Content);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return times.Count == 0 ? 1 : times.Skip(times.Count > 1 ? 1 : 0).Average();    // the first compiles
    }

    private SlurmJob Submit(WorkRun run, SlurmLedger ledger, double seconds)
    {
        int most = SlurmCommands.MostTasks();
        long[] pieces = [.. ledger.Free];
        int each = (int)Math.Max(Math.Clamp(taskTime.TotalSeconds / Math.Max(seconds, 1e-6), 1, pieces.Length), Math.Ceiling(pieces.Length / (double)most));
        string work = Path.GetFullPath(run.Work.File), jobsFolder = Jobs(folder);
        SlurmJob job = SlurmJob.Plan(jobsFolder, Path.GetFileName(folder), [.. pieces.Chunk(each)]);
        string[] command = [.. WorkerProgram.Program, WorkerProgram.Command, work, "--store", run.Store.Folder, "--tasks", job.File, "--identity", ProgramIdentity.Text];
        try
        {
            job.Submitted(SlurmCommands.Submit(
                [
                    $"--job-name={job.Name}", $"--array=0-{job.Tasks.Count - 1}", "--ntasks=1", "--cpus-per-task=1", "--no-requeue", "--open-mode=append",
                    $"--output={Path.Combine(jobsFolder, "%A.log")}", .. sbatch,
                ],
                $"#!/bin/sh\nexec {string.Join(' ', command.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"))}\n"));
        }
        catch (InvalidInputException)
        {
            job.Forget();
            throw;
        }
        ledger.Give(job);
        return job;
    }
}
