using System.Runtime.ExceptionServices;

namespace Locomotion.Sim.Sweeps;

/// <summary>Processes of this machine: a case that takes its process down takes no other.</summary>
/// <param name="processes">How many.</param>
public sealed class ProcessEngine(int processes) : IEngine
{
    private const int Ahead = 2;            // pieces that a worker is told beforehand, so that it never waits
    private const int MostDeaths = 3;       // of workers in the same piece

    /// <inheritdoc/>
    public void Run(WorkRun run, CancellationToken stop)
    {
        Exception? failure = null;
        using CancellationTokenSource halted = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Dictionary<long, int> deaths = [];
        Thread[] all = [.. Enumerable.Range(0, processes).Select(_ => new Thread(Attend))];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        stop.ThrowIfCancellationRequested();

        void Attend()
        {
            try
            {
                while (!halted.IsCancellationRequested && Worked(run, deaths, halted.Token))
                {
                    // the worker ended by itself: another one goes on
                }
            }
            catch (Exception fault)     // comes out where the engine was run
            {
                Interlocked.CompareExchange(ref failure, fault, null);
                halted.Cancel();
            }
        }
    }

    /// <summary>One worker's life. True if there may be work left.</summary>
    private static bool Worked(WorkRun run, Dictionary<long, int> deaths, CancellationToken stop)
    {
        if (run.Take(Ahead) is not { Count: > 0 } first) return false;
        using WorkerProcess worker = new([.. WorkerProgram.Program, WorkerProgram.Command, run.Work.File, "--store", run.Store.Folder]);
        using CancellationTokenRegistration stopping = stop.Register(worker.Stop);
        if (!worker.Await())
        {
            run.Return(first);
            return !stop.IsCancellationRequested;
        }
        bool alive = first.All(worker.Tell), answered = false;
        while (alive && worker.Told.Count > 0)
        {
            if (worker.Answer() is not { } outcome)
            {
                alive = false;
                break;
            }
            answered = true;
            run.Progress.CountDone(outcome);
            if (!stop.IsCancellationRequested && run.Take(1) is [var next]) alive = worker.Tell(next) || Returned(run, next);
        }
        if (stop.IsCancellationRequested) return false;
        if (alive) return false;
        string ending = worker.Ending();
        Bury(run, deaths, [.. worker.Told, .. answered ? [] : first.Except(worker.Told)], ending);
        return true;
    }

    private static bool Returned(WorkRun run, long piece)
    {
        run.Return([piece]);
        return false;
    }

    /// <summary>What the worker left undone is done by another, but for a piece in which several have ended.</summary>
    private static void Bury(WorkRun run, Dictionary<long, int> deaths, List<long> left, string ending)
    {
        if (left.Count == 0) return;
        bool lost;
        lock (deaths) lost = (deaths[left[0]] = deaths.GetValueOrDefault(left[0]) + 1) == MostDeaths;
        if (lost)
        {
            using ShardWriter writer = new(run.Store.Folder);
            IWorker worker = run.Work.NewWorker();
            writer.Append(worker.Key(left[0]), Outcome.Lost, worker.Lost($"{MostDeaths} times {ending}"));
            run.Progress.CountDone(Outcome.Lost);
            left.RemoveAt(0);
        }
        run.Return(left);
    }
}
