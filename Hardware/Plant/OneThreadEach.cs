using Locomotion.Hardware.Timing;

namespace Locomotion.Hardware.Plant;

/// <summary>Serves each bus but the first on a thread of its own: transactions of several buses overlap.</summary>
public sealed class OneThreadEach : IBusCrew
{
    private readonly IReadOnlyList<BusLine> lines;
    private readonly SemaphoreSlim[] begin;
    private readonly CountdownEvent done;
    private readonly Thread[] threads;
    private volatile bool ending;

    /// <summary>Starts a thread for every bus but the first.</summary>
    /// <param name="lines">The buses.</param>
    /// <param name="settings">What the threads ask of Linux; null: nothing.</param>
    public OneThreadEach(IReadOnlyList<BusLine> lines, RealTimeSettings? settings)
    {
        this.lines = lines;
        int others = Math.Max(lines.Count - 1, 0);
        begin = [.. Enumerable.Range(0, others).Select(_ => new SemaphoreSlim(0))];
        done = new CountdownEvent(Math.Max(others, 1));
        threads = [.. Enumerable.Range(0, others).Select(k => new Thread(() => Serve(k, settings)) { Name = $"bus {lines[k + 1].Plan.Id}", IsBackground = true })];
        foreach (Thread thread in threads) thread.Start();
    }

    /// <inheritdoc/>
    public void Exchange()
    {
        if (threads.Length > 0) done.Reset();
        foreach (SemaphoreSlim one in begin) one.Release();
        if (lines.Count > 0) lines[0].Exchange();
        if (threads.Length > 0) done.Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending = true;
        foreach (SemaphoreSlim one in begin) one.Release();
        foreach (Thread thread in threads) thread.Join();
        foreach (SemaphoreSlim one in begin) one.Dispose();
        done.Dispose();
    }

    private void Serve(int other, RealTimeSettings? settings)
    {
        using RealTimeSetup? setup = settings is null ? null : RealTimeSetup.Apply(settings with { LockMemory = false, AwakeProcessors = false });
        while (true)
        {
            begin[other].Wait();
            if (ending) return;
            lines[other + 1].Exchange();
            done.Signal();
        }
    }
}
