using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A sweep in a scratch folder, as a user runs it.</summary>
internal sealed class SweepProgram
{
    private static readonly string Locomotion = Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll");
    private readonly KeyValuePair<string, string>[] environment;

    public SweepProgram(string design, params KeyValuePair<string, string>[] environment)
    {
        this.environment = environment;
        Folder = Scratch.Folder().FullName;
        File.WriteAllText(Path.Combine(Folder, "design.jsonc"), design);
    }

    public string Folder { get; }

    public string Csv => Path.Combine(Folder, "out", "t", "results.csv");

    public string Parquet => Path.Combine(Folder, "out", "t", "results.parquet");

    public string Cases => Path.Combine(Folder, "out", "cases");

    /// <summary>Starts `sweep design.jsonc --out out` with more options.</summary>
    public Process Start(params string[] options)
    {
        // a group of its own, so that all of it can be killed at once; and a child of a shell in the background would ignore SIGINT
        ProcessStartInfo start = new("setsid", ["--wait", "env", "--default-signal=INT", "dotnet", Locomotion, "sweep", "design.jsonc", "--out", "out", "--no-page", .. options])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>What it said last.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Runs it to its end; returns its exit code.</summary>
    public int Run(params string[] options)
    {
        using Process process = Start(options);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(40)), Said);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs another command on the design, `sweep NAME design.jsonc`; returns what it prints.</summary>
    public string Ask(string name, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", [Locomotion, "sweep", name, "design.jsonc", .. options]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach ((string key, string value) in environment) start.Environment[key] = value;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>The program itself, below the shell's helpers; 0 if it is not there.</summary>
    public static int Program(Process started) => Tree(started.Id).FirstOrDefault(process => CommandLine(process) is ['d', 'o', 't', ..] line && line.Contains("\0sweep\0", StringComparison.Ordinal));

    /// <summary>A process and all below it.</summary>
    public static IEnumerable<int> Tree(int process)
    {
        yield return process;
        string children;
        try
        {
            children = string.Join(' ', Directory.GetDirectories($"/proc/{process}/task").Select(thread => File.ReadAllText(Path.Combine(thread, "children"))));
        }
        catch (IOException)
        {
            yield break;
        }
        foreach (string child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (int below in Tree(int.Parse(child))) yield return below;
        }
    }

    public static void Signal(string name, params IEnumerable<int> processes)
    {
        using Process kill = Process.Start(new ProcessStartInfo("kill", [$"-{name}", .. processes.Select(process => $"{process}")]) { UseShellExecute = false, RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private void Keep(string? line)
    {
        if (line is not null) Said += line + "\n";
    }
}
