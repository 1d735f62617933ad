using Locomotion.Controller.Files;
using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>
/// A job array that was submitted: NAME.tasks has a line of pieces for each task, NAME.job the number that Slurm gave it. The first is there before the job, so that
/// whoever finds it after a kill finds the job too.
/// </summary>
internal sealed class SlurmJob
{
    private const string TasksEnding = ".tasks", NumberEnding = ".job";

    private readonly string file;

    private SlurmJob(string file, IReadOnlyList<long[]> tasks)
    {
        this.file = file;
        Tasks = tasks;
    }

    /// <summary>The job's name, which no other has.</summary>
    public string Name => Path.GetFileNameWithoutExtension(file);

    /// <summary>The file of tasks.</summary>
    public string File => file;

    /// <summary>The job's number; null if it was never submitted.</summary>
    public string? Number { get; private set; }

    /// <summary>The pieces of each task.</summary>
    public IReadOnlyList<long[]> Tasks { get; }

    /// <summary>Tasks that have ended, and were looked after.</summary>
    public HashSet<int> Settled { get; } = [];

    /// <summary>Tasks that were not.</summary>
    public IEnumerable<int> Open => Enumerable.Range(0, Tasks.Count).Where(task => !Settled.Contains(task));

    /// <summary>Writes a job's tasks.</summary>
    public static SlurmJob Plan(string folder, string sweep, IReadOnlyList<long[]> tasks)
    {
        Directory.CreateDirectory(folder);
        string name = $"locomotion-{sweep}-{DateTime.UtcNow:yyyyMMddHHmmss}-{Guid.NewGuid().ToString("N")[..6]}";
        SlurmJob job = new(Path.Combine(folder, name + TasksEnding), tasks);
        WholeFile.Replace(job.file, string.Join('\n', tasks.Select(Line)) + "\n", "Tasks");
        return job;
    }

    /// <summary>The jobs in a folder that were not forgotten.</summary>
    public static IEnumerable<SlurmJob> Found(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (string path in Directory.GetFiles(folder, "*" + TasksEnding).Order(StringComparer.Ordinal))
        {
            SlurmJob job = new(path, [.. System.IO.File.ReadAllLines(path).Select(Pieces)]);
            string number = Path.ChangeExtension(path, NumberEnding);
            job.Number = System.IO.File.Exists(number) ? System.IO.File.ReadAllText(number).Trim() : SlurmCommands.Find(job.Name);
            yield return job;
        }
    }

    /// <summary>The pieces of one task in a file.</summary>
    public static long[] Task(string path, int task)
    {
        string? line = System.IO.File.ReadLines(path).Skip(task).FirstOrDefault();
        return line is not null ? Pieces(line) : throw new InvalidInputException($"Tasks '{path}'", $"task {task}", "does not exist", "submit the job by `locomotion sweep --on slurm`");
    }

    /// <summary>Notes its number.</summary>
    public void Submitted(string number)
    {
        Number = number;
        WholeFile.Replace(Path.ChangeExtension(file, NumberEnding), number + "\n", "Job");
    }

    /// <summary>Removes its files: it has ended.</summary>
    public void Forget()
    {
        System.IO.File.Delete(Path.ChangeExtension(file, NumberEnding));
        System.IO.File.Delete(file);
    }

    /// <summary>"3-7,9": neighbours are joined.</summary>
    private static string Line(long[] pieces)
    {
        List<string> ranges = [];
        for (int first = 0; first < pieces.Length;)
        {
            int last = first;
            while (last + 1 < pieces.Length && pieces[last + 1] == pieces[last] + 1) last++;
            ranges.Add(last == first ? $"{pieces[first]}" : $"{pieces[first]}-{pieces[last]}");
            first = last + 1;
        }
        return string.Join(',', ranges);
    }

    private static long[] Pieces(string line)
    {
        List<long> pieces = [];
        foreach (string range in line.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = range.Split('-');
            long first = long.Parse(ends[0], CultureInfo.InvariantCulture), last = long.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (long piece = first; piece <= last; piece++) pieces.Add(piece);
        }
        return [.. pieces];
    }
}
