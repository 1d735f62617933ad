using System.ComponentModel;
using System.Diagnostics;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>Which program gave the figures.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Commit">The commit it was built from, or "unknown".</param>
public sealed record SourceVersion(string Version, string Commit)
{
    /// <summary>Of this program: the commit of the checkout that it lies in, or else the one that its build noted.</summary>
    public static SourceVersion Find() => new(Provenance.Number, CheckedOut() ?? Provenance.Commit);

    /// <summary>HEAD where the program lies; null outside a checkout of this project, or without git.</summary>
    private static string? CheckedOut()
    {
        ProcessStartInfo start = new("git", ["rev-parse", "--show-toplevel", "HEAD"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            string[] lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && lines is [var top, var head] && File.Exists(Path.Combine(top, "Locomotion.sln")) ? head : null;
        }
        catch (Win32Exception)      // no git
        {
            return null;
        }
    }
}
