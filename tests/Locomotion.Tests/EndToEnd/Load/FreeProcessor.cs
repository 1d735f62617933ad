using System.Diagnostics;
using System.Globalization;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>
/// Keeps a processor free of this program and of all that it starts meanwhile, as isolcpus does on a robot: only a thread that binds itself to
/// it runs there.
/// </summary>
internal sealed class FreeProcessor : IDisposable
{
    private readonly string allowed = Allowed();        // as Linux lists them: 0-3,6

    public FreeProcessor()
    {
        int[] processors = [.. allowed.Split(',').SelectMany(Range)];
        Number = processors.Length > 1 ? processors[^1] : -1;
        if (Number >= 0) Keep(string.Join(',', processors[..^1]));
    }

    /// <summary>The one that is free; −1 where there is only one.</summary>
    public int Number { get; }

    public void Dispose()
    {
        if (Number >= 0) Keep(allowed);
    }

    private static string Allowed() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static IEnumerable<int> Range(string part)
    {
        int[] ends = [.. part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static void Keep(string to)
    {
        using Process taskset = Process.Start(new ProcessStartInfo("taskset", ["--all-tasks", "--cpu-list", "--pid", to, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        taskset.StandardOutput.ReadToEnd();
        taskset.WaitForExit();
        Assert.Equal(0, taskset.ExitCode);
    }
}
