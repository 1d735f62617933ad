using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Sweeps;

/// <summary>Slurm by its own commands: sbatch, squeue, sacct, scancel, scontrol.</summary>
internal static class SlurmCommands
{
    private const int UsualArraySize = 1001;

    /// <summary>Submits a script as a job array; returns the job's number.</summary>
    /// <exception cref="InvalidInputException">sbatch refuses it.</exception>
    public static string Submit(IEnumerable<string> options, string script)
    {
        (int code, string output, string error) = Run("sbatch", ["--parsable", .. options], script);
        return code == 0
            ? output.Trim().Split(';')[0]
            : throw new InvalidInputException("sbatch", $"'{error.Trim().ReplaceLineEndings(" ")}'", "is what it says", "mend that, and give the same command again; --sbatch passes arguments on to it");
    }

    /// <summary>The states of a job's tasks, as Slurm calls them, by their number; null if Slurm cannot tell now.</summary>
    public static Dictionary<int, string>? States(string job)
    {
        (int code, string output, string error) = Run("squeue", ["--noheader", "--array", "--states=all", $"--jobs={job}", "--format=%i|%T"]);
        if (code == 0 && output.Trim().Length > 0) return Parsed(output);
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.Ordinal)) return null;
        // squeue has forgotten it
        (code, output, _) = Run("sacct", ["--noheader", "--parsable2", "--allocations", "--array", $"--jobs={job}", "--format=JobID,State"]);
        return code == 0 ? Parsed(output) : [];
    }

    /// <summary>The number of the job of that name, or null.</summary>
    public static string? Find(string name)
    {
        (int code, string output, _) = Run("squeue", ["--noheader", "--states=all", $"--name={name}", "--format=%F"]);
        return code == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() : null;
    }

    /// <summary>Cancels a job, all tasks of it.</summary>
    public static void Cancel(string job) => Run("scancel", [job]);

    /// <summary>Most tasks of a job array.</summary>
    public static int MostTasks()
    {
        (_, string output, _) = Run("scontrol", ["show", "config"]);
        string? line = output.Split('\n').FirstOrDefault(one => one.StartsWith("MaxArraySize", StringComparison.Ordinal));
        return line?.Split('=') is [_, var size] && int.TryParse(size, CultureInfo.InvariantCulture, out int most) && most > 1 ? most - 1 : UsualArraySize - 1;
    }

    private static Dictionary<int, string> Parsed(string output)
    {
        Dictionary<int, string> states = [];
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // "12_3|RUNNING", or "12_[4-6,9%2]|CANCELLED" for those that never began; sacct says more of some: "CANCELLED by 1000"
            if (line.Trim().Split('|') is not [var id, var state] || id.Split('_') is not [_, var tasks]) continue;
            foreach (string range in tasks.Trim('[', ']').Split('%')[0].Split(','))
            {
                string[] ends = range.Split('-');
                if (!int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first) || !int.TryParse(ends[^1], CultureInfo.InvariantCulture, out int last)) continue;
                for (int task = first; task <= last; task++) states[task] = state.Split(' ')[0].TrimEnd('+');
            }
        }
        return states;
    }

    private static (int Code, string Output, string Error) Run(string command, IEnumerable<string> arguments, string input = "")
    {
        ProcessStartInfo start = new(command, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            throw new InvalidInputException("Engine 'slurm'", $"'{command}'", "is not found here", "log in where the cluster's commands are, or use --on processes");
        }
    }
}
