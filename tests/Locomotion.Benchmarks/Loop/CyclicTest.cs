using System.Diagnostics;
using System.Globalization;

namespace Locomotion.Benchmarks.Loop;

/// <summary>Debian's cyclictest (package rt-tests): the measure by which Linux's own developers judge how late threads wake.</summary>
internal sealed class CyclicTest
{
    private const int Longest = 200_000;        // µs

    private readonly long[] counts = new long[Longest + 1];     // [µs]; the last: longer

    /// <summary>Wakings.</summary>
    public long Count { get; private set; }

    /// <summary>The latest, µs.</summary>
    public double Worst { get; private set; }

    /// <summary>One thread with absolute deadlines 1 ms apart, for whole <paramref name="seconds"/>.</summary>
    /// <param name="priority">Under SCHED_FIFO; 0: an ordinary thread.</param>
    /// <param name="lockMemory">Whether memory is locked into RAM.</param>
    /// <param name="seconds">For how long.</param>
    public void Run(int priority, bool lockMemory, int seconds)
    {
        ProcessStartInfo start = new("cyclictest",
            [.. lockMemory ? ["--mlockall"] : Array.Empty<string>(), priority > 0 ? $"--priority={priority}" : "--policy=other", "--threads=1", "--interval=1000", $"--duration={seconds}", "--quiet", $"--histogram={Longest}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"cyclictest ended with {process.ExitCode}.");
        Read(output);
    }

    /// <summary>Lateness that <paramref name="fraction"/> of all do not exceed, µs.</summary>
    public double Percentile(double fraction)
    {
        long rank = (long)Math.Ceiling(fraction * Count), seen = 0;
        for (int us = 0; us < counts.Length - 1; us++)
        {
            seen += counts[us];
            if (seen >= rank) return us;
        }
        return Worst;
    }

    /// <summary>Lines of "000012 000345" are µs and wakings; the rest begins with #.</summary>
    private void Read(string output)
    {
        foreach (string line in output.Split('\n'))
        {
            string[] words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words is [var us, var wakings] && int.TryParse(us, out int at) && long.TryParse(wakings, out long count)) Add(at, count);
            else if (words is ["#", "Histogram", "Overflows:", var over]) Add(Longest, long.Parse(over, CultureInfo.InvariantCulture));
            else if (words is ["#", "Max", "Latencies:", var max]) Worst = Math.Max(Worst, double.Parse(max, CultureInfo.InvariantCulture));
        }
    }

    private void Add(int us, long count)
    {
        counts[Math.Min(us, Longest)] += count;
        Count += count;
    }
}
