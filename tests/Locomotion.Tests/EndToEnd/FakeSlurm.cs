using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Slurm's commands, answering as a test wants: what a real one does only now and then.</summary>
internal sealed class FakeSlurm
{
    private readonly string folder = Scratch.Folder().FullName;

    /// <summary>Commands among which squeue is this script; it may keep files in <c>$here</c>. Jobs get the number 7.</summary>
    public FakeSlurm(string squeue)
    {
        Write("squeue", squeue);
        Write("sbatch", "cat > $here/script; echo 7");
        Write("scontrol", "echo 'MaxArraySize = 1001'");
        Write("scancel", "");
        Write("sacct", "exit 1");
        using Process change = Process.Start("chmod", ["-R", "u+x", folder]);
        change.WaitForExit();
    }

    /// <summary>What the program needs in its environment to find them.</summary>
    public KeyValuePair<string, string> Environs => KeyValuePair.Create("PATH", $"{folder}:{Environment.GetEnvironmentVariable("PATH")}");

    /// <summary>Whether a job was submitted.</summary>
    public bool Submitted => File.Exists(Path.Combine(folder, "script"));

    private void Write(string name, string script) => File.WriteAllText(Path.Combine(folder, name), $"#!/bin/sh\nhere={folder}\n{script}\n");
}
