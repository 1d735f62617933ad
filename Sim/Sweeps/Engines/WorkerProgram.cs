using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Locomotion.Sim.Sweeps;

/// <summary>The other end of <see cref="ProcessEngine"/>: this program as a worker that is told pieces of work on standard input, and tells what became of them on standard output.</summary>
public static class WorkerProgram
{
    /// <summary>The hidden command that starts it.</summary>
    public const string Command = "sweep-worker";

    /// <summary>What it says first.</summary>
    internal const string Ready = "ready";

    /// <summary>How this program is started: file and first arguments.</summary>
    public static IReadOnlyList<string> Program
    {
        get
        {
            string assembly = Assembly.GetExecutingAssembly().Location;
            string host = Environment.ProcessPath ?? "dotnet";
            return assembly.Length == 0 || Path.GetFileNameWithoutExtension(host) == Path.GetFileNameWithoutExtension(assembly) ? [host] : [host, assembly];
        }
    }

    /// <summary>Does what it is told until its input ends; at once if that is in the middle of a piece: then nobody waits for it any more.</summary>
    public static void Run(IWork work, string store)
    {
        using CancellationTokenSource over = new();
        using PosixSignalRegistration unheard = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);   // who gave the work heard it too
        using ShardWriter writer = new(store);
        IWorker worker = work.NewWorker();
        Queue<long> pieces = new();
        Lock gate = new();
        using SemaphoreSlim waiting = new(0);
        Thread reading = new(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                lock (gate) pieces.Enqueue(long.Parse(line, CultureInfo.InvariantCulture));
                waiting.Release();
            }
            over.Cancel();
            waiting.Release();
        })
        { IsBackground = true };
        Console.Out.WriteLine(Ready);
        reading.Start();
        while (true)
        {
            waiting.Wait();
            long piece;
            lock (gate)
            {
                if (!pieces.TryDequeue(out piece)) return;
            }
            if (worker.Do(piece, over.Token) is not { } result) return;
            writer.Append(worker.Key(piece), result.Outcome, result.Content);
            Console.Out.WriteLine($"{piece} {(int)result.Outcome}");
        }
    }
}
