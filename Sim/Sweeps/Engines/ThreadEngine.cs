using System.Runtime.ExceptionServices;

namespace Locomotion.Sim.Sweeps;

/// <summary>Threads of this process.</summary>
/// <param name="threads">How many.</param>
public sealed class ThreadEngine(int threads) : IEngine
{
    /// <inheritdoc/>
    public void Run(WorkRun run, CancellationToken stop)
    {
        Exception? failure = null;
        using CancellationTokenSource halted = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        stop.ThrowIfCancellationRequested();

        void Work()
        {
            try
            {
                using ShardWriter writer = new(run.Store.Folder);
                IWorker worker = run.Work.NewWorker();
                while (!halted.IsCancellationRequested && run.Take(1) is [var piece])
                {
                    if (worker.Do(piece, halted.Token) is not { } result) return;
                    writer.Append(worker.Key(piece), result.Outcome, result.Content);
                    run.Progress.CountDone(result.Outcome);
                }
            }
            catch (Exception fault)     // a full disk, say: it comes out where the engine was run
            {
                Interlocked.CompareExchange(ref failure, fault, null);
                halted.Cancel();
            }
        }
    }
}
