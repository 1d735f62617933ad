using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Locomotion.Sim.Sweeps;

/// <summary>A worker process, and the pieces it was told to do.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LongestError = 4000;
    private readonly Process process;
    private readonly StringBuilder error = new();
    private readonly Lock telling = new();      // it may be stopped from another thread

    /// <summary>Starts it.</summary>
    /// <param name="command">Its file and arguments.</param>
    public WorkerProcess(IReadOnlyList<string> command)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("A worker could not be started.");
        process.StandardInput.AutoFlush = true;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && error.Length < LongestError) error.AppendLine(text);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it can be told something. False if somebody killed it before.</summary>
    /// <exception cref="InvalidOperationException">It ended by itself before: no other would do better.</exception>
    public bool Await()
    {
        if (process.StandardOutput.ReadLine() == WorkerProgram.Ready) return true;
        string ending = Ending();
        return process.ExitCode > 128 ? false : throw new InvalidOperationException($"No worker can be started: {ending}");
    }

    /// <summary>Pieces that it has not answered for; it does the first of them now.</summary>
    public Queue<long> Told { get; } = new();

    /// <summary>Tells it to do a piece, after those that it was told before. False if it has ended, or was stopped.</summary>
    public bool Tell(long piece)
    {
        try
        {
            lock (telling) process.StandardInput.WriteLine(piece.ToString(CultureInfo.InvariantCulture));
            Told.Enqueue(piece);
            return true;
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for its next answer: what the first of <see cref="Told"/> came to, which is taken from there. Null if it has ended.</summary>
    public Outcome? Answer()
    {
        if (process.StandardOutput.ReadLine() is not { } line || line.Split(' ') is not [var piece, var outcome]) return null;
        if (long.Parse(piece, CultureInfo.InvariantCulture) != Told.Dequeue()) throw new InvalidOperationException("A worker answered out of turn.");
        return (Outcome)int.Parse(outcome, CultureInfo.InvariantCulture);
    }

    /// <summary>How it ended, in words.</summary>
    public string Ending()
    {
        process.WaitForExit();
        string said = error.ToString().ReplaceLineEndings(" ").Trim();
        string how = process.ExitCode > 128 ? $"by signal {process.ExitCode - 128}" : $"with exit code {process.ExitCode}";
        return $"the worker ended {how}{(said.Length > 0 ? $": {said}" : "")}";
    }

    /// <summary>Has it stop between two ticks, and end.</summary>
    public void Stop()
    {
        try
        {
            lock (telling) process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it has ended by itself
        }
    }

    /// <summary>Ends it, in the middle of what it does if need be.</summary>
    public void Dispose()
    {
        Stop();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10))) process.Kill();
        process.Dispose();
    }
}
