namespace Locomotion.Sim.Sweeps;

/// <summary>Which pieces are left, and who has them.</summary>
internal sealed class SlurmLedger
{
    private readonly IWorker worker;
    private readonly HashSet<long> given = [];                  // to tasks that have not ended
    private readonly Dictionary<long, int> strikes = [];
    private readonly Dictionary<long, UInt128> left = [];
    private readonly HashSet<long> cancelled = [];

    /// <summary>All that the run has left to do.</summary>
    public SlurmLedger(WorkRun run)
    {
        Run = run;
        worker = run.Work.NewWorker();
        foreach (long piece in run.Take(int.MaxValue))
        {
            left.Add(piece, worker.Key(piece));
            Free.Enqueue(piece);
        }
    }

    /// <summary>The work.</summary>
    public WorkRun Run { get; }

    /// <summary>Pieces without a result.</summary>
    public int Left => left.Count;

    /// <summary>Pieces that nobody has.</summary>
    public Queue<long> Free { get; private set; } = new();

    /// <summary>Tasks that ended with work undone.</summary>
    public int Lost { get; private set; }

    /// <summary>Strikes off what has a result now.</summary>
    public void Refresh()
    {
        Run.Store.Refresh();
        foreach ((long piece, UInt128 key) in left)
        {
            if (Run.Store.Find(key) is not { } outcome) continue;
            left.Remove(piece);
            Run.Progress.CountDone(outcome);
        }
        if (Free.Any(piece => !left.ContainsKey(piece))) Free = new(Free.Where(left.ContainsKey));
    }

    /// <summary>Gives pieces to a job's tasks.</summary>
    public void Give(SlurmJob job)
    {
        foreach (int task in job.Open) given.UnionWith(job.Tasks[task]);
        Free = new(Free.Where(piece => !given.Contains(piece)));
    }

    /// <summary>Takes back what a task that ended has not done. True if it was cancelled by hand, with work left.</summary>
    public bool TakeBack(long[] pieces, string state, int mostStrikes)
    {
        given.ExceptWith(pieces);
        long[] undone = [.. pieces.Where(left.ContainsKey)];
        if (undone.Length == 0) return false;
        if (state == "CANCELLED")
        {
            cancelled.UnionWith(undone);
            return true;
        }
        Lost++;
        int strike = strikes[undone[0]] = strikes.GetValueOrDefault(undone[0]) + 1;
        if (strike == mostStrikes) Bury(undone[0], $"{mostStrikes} tasks ended in it, the last as {state}");
        foreach (long piece in undone.Where(left.ContainsKey)) Free.Enqueue(piece);
        return false;
    }

    private void Bury(long piece, string reason)
    {
        using ShardWriter writer = new(Run.Store.Folder);
        writer.Append(left[piece], Outcome.Lost, worker.Lost(reason));
        left.Remove(piece);
        Run.Progress.CountDone(Outcome.Lost);
    }
}
