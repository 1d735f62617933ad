using System.Diagnostics;
using System.Text.Json;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The program `locomotion` as a user runs it: a process with arguments, two streams and an exit code.</summary>
internal sealed class DeskProgram(string file, params string[] firstArguments)
{
    public static readonly DeskProgram Release = Built("Release"), Debug = Built("Debug");

    /// <summary>The build for the other architecture, under its emulator; <c>./test</c> publishes it and says where.</summary>
    public static DeskProgram Other => Named(Environment.GetEnvironmentVariable("LOCOMOTION_OTHER"));

    public Outcome Run(params string[] arguments) => Start(arguments).Finish();

    public Running Start(params string[] arguments)
    {
        DirectoryInfo folder = Scratch.Folder();
        ProcessStartInfo start = new(file, [.. firstArguments, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        Process process = Process.Start(start)!;
        return new Running(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), folder);
    }

    private static DeskProgram Built(string configuration) =>
        new("dotnet", Repository.Path("Sim", "bin", configuration, "net10.0", "locomotion.dll"));

    private static DeskProgram Named(string? command)
    {
        string[] words = command?.Split(' ') ?? throw new InvalidOperationException("LOCOMOTION_OTHER is not set: run the tests by ./test.");
        return new DeskProgram(words[0], words[1..]);
    }
}

/// <summary>A process that runs.</summary>
internal sealed record Running(Process Process, Task<string> Output, Task<string> Error, DirectoryInfo Folder)
{
    public Outcome Finish()
    {
        if (!Process.WaitForExit(TimeSpan.FromMinutes(40)))
        {
            Process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Still running after forty minutes: {Process.StartInfo.FileName}");
        }
        return new Outcome(Process.ExitCode, Output.Result, Error.Result, Folder);
    }
}

/// <summary>What a finished process left.</summary>
internal sealed record Outcome(int Code, string Output, string Error, DirectoryInfo Folder)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Bad input: exit code 2, a message, and nothing written.</summary>
    public void AssertRefused(string says)
    {
        Assert.Equal(2, Code);
        Assert.Contains(says, Error, StringComparison.Ordinal);
        Assert.Empty(Output);
        Assert.Empty(Folder.GetFileSystemInfos());
    }

    public string Digest => Json.GetProperty("digest").GetString()!;
}
