using System.Diagnostics;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Sweeps;

/// <summary>How far work has come. All may be asked and told from any thread.</summary>
/// <param name="total">Pieces in all.</param>
public sealed class WorkProgress(long total)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly long[] outcomes = new long[Enum.GetValues<Outcome>().Length];
    private long found, twins, done;

    /// <summary>Pieces in all.</summary>
    public long Total { get; } = total;

    /// <summary>Those that were finished before, as far as that is known yet.</summary>
    public long Found => Interlocked.Read(ref found);

    /// <summary>Those that were done now.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Those that need nothing more: found, done, and those that are the same as another.</summary>
    public long Finished => Found + Done + Interlocked.Read(ref twins);

    /// <summary>How many came to <paramref name="outcome"/>, found or done.</summary>
    public long Of(Outcome outcome) => Interlocked.Read(ref outcomes[(int)outcome]);

    /// <summary>What is said of the work's place, "3 tasks queued"; empty if there is nothing to say.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Time since the work began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Pieces done in a second.</summary>
    public double Rate => Elapsed.TotalSeconds > 0 ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at this rate; null before the first piece is done.</summary>
    public TimeSpan? Left => Done > 0 ? TimeSpan.FromSeconds(Math.Min(1e9, (Total - Finished) / Rate)) : null;

    /// <summary>"fault 2, timeout 1", or nothing.</summary>
    public string Failures => string.Join(", ", Enum.GetValues<Outcome>().Where(one => one != Outcome.Done && Of(one) > 0).Select(one => $"{Naming.Word(one)} {Of(one)}"));

    /// <summary>Counts a piece that was finished before.</summary>
    public void CountFound(Outcome outcome)
    {
        Interlocked.Increment(ref found);
        Interlocked.Increment(ref outcomes[(int)outcome]);
    }

    /// <summary>Counts a piece that is the same as another.</summary>
    public void CountTwin() => Interlocked.Increment(ref twins);

    /// <summary>Counts a piece that was done.</summary>
    public void CountDone(Outcome outcome)
    {
        Interlocked.Increment(ref done);
        Interlocked.Increment(ref outcomes[(int)outcome]);
    }

    /// <summary>In a line.</summary>
    public override string ToString()
    {
        string left = Left is { } time ? $"{Rate:0.0} a second, {Short(time)} left" : "none done yet";
        return $"{Finished} of {Total}, {left}{(Failures.Length > 0 ? $"; failed: {Failures}" : "")}{(Remark.Length > 0 ? $"; {Remark}" : "")}";
    }

    private static string Short(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min" : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.TotalSeconds:0} s";
}
