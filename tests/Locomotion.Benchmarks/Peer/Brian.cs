using System.Diagnostics;
using System.Text.Json;

namespace Locomotion.Benchmarks.Peer;

/// <summary>Brian2 as a process: Peer/brian2_bursters.py.</summary>
public static class Brian
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Peer", "brian2_bursters.py");

    /// <summary>Runs a network there; returns what the script printed.</summary>
    /// <exception cref="InvalidOperationException">Brian2 is missing, or failed.</exception>
    public static JsonElement Run(string target, int neurons, double noise = 0, params string[] more)
    {
        // Debian's own interpreter: it has Debian's python3-brian
        ProcessStartInfo start = new("/usr/bin/python3",
            [Script, "--target", target, "--neurons", $"{neurons}", "--noise", FormattableString.Invariant($"{noise}"), .. more])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonDocument.Parse(output.Trim().Split('\n')[^1]).RootElement
            : throw new InvalidOperationException($"Brian2 failed; is python3-brian installed? {errors.Result}");
    }
}
