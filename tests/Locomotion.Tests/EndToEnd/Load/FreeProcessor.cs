using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>
/// Keeps a processor free of this program and of all that it starts meanwhile, as isolcpus does on a robot: only a thread that binds itself to
/// it runs there.
/// </summary>
internal sealed class FreeProcessor : IDisposable
{
    private readonly int processors = Environment.ProcessorCount;

    public FreeProcessor()
    {
        if (processors > 1) Keep($"0-{Number - 1}");
    }

    /// <summary>The one that is free; −1 where there is only one.</summary>
    public int Number => processors > 1 ? processors - 1 : -1;

    public void Dispose()
    {
        if (processors > 1) Keep($"0-{processors - 1}");
    }

    private static void Keep(string to)
    {
        using Process taskset = Process.Start(new ProcessStartInfo("taskset", ["--all-tasks", "--cpu-list", "--pid", to, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        taskset.StandardOutput.ReadToEnd();
        taskset.WaitForExit();
        Assert.Equal(0, taskset.ExitCode);
    }
}
