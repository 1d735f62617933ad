using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Locomotion.Tests.EndToEnd;

/// <summary>
/// A real Slurm in a scratch folder: munged with a key of its own, slurmctld, and as many slurmd on this machine as asked for. It asks for root, since slurmd runs jobs as their
/// user. Neither systemd nor cgroups take part.
/// </summary>
internal sealed class SlurmCluster : IDisposable
{
    private const int NodeTimeout = 12;      // s after which a node that is silent is down, and its tasks lost

    private readonly string folder = Directory.CreateTempSubdirectory("locomotion-slurm-").FullName;
    private readonly string configuration;
    private readonly List<Process> daemons = [];
    private readonly Dictionary<int, Process> nodes = [];

    public SlurmCluster(int count)
    {
        configuration = In("slurm.conf");
        try
        {
            StartMunge();
            WriteConfiguration(count);
            daemons.Add(Started("slurmctld", "-D", "-c"));
            for (int node = 1; node <= count; node++) StartNode(node);
            for (int k = 0; States().Count(state => state.StartsWith("idle", StringComparison.Ordinal)) < count; k++)
            {
                if (k == 300) throw new TimeoutException($"Slurm's nodes are not idle: {string.Join(", ", States())}\n{Logs()}");
                Thread.Sleep(100);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why there can be no cluster here; null if there can.</summary>
    public static string? Missing => Environment.IsPrivilegedProcess ? null : "Slurm starts jobs as their user, for which its node daemon must be root. Run the tests as root, or by sudo -E ./test.";

    /// <summary>What commands of Slurm need in their environment.</summary>
    public KeyValuePair<string, string> Environs => KeyValuePair.Create("SLURM_CONF", configuration);

    public void StartNode(int node) => nodes[node] = Started("slurmd", "-D", "-N", $"n{node}");

    /// <summary>SIGKILL of a node's daemon and of the jobs on it, as when its machine loses power.</summary>
    public void KillNode(int node)
    {
        Process daemon = nodes[node];
        if (!daemon.HasExited) daemon.Kill();
        daemon.WaitForExit();
        foreach (string job in Jobs(node).ToArray())
        {
            // what runs a job is a daemon of its own, and the job its child
            string parent = Read($"/proc/{job}/status").Split("PPid:").ElementAtOrDefault(1)?.Split('\n')[0].Trim() ?? "";
            if (Read($"/proc/{parent}/cmdline").StartsWith("slurmstepd", StringComparison.Ordinal)) Kill(parent);
            Kill(job);
        }
    }

    /// <summary>What a command of Slurm prints.</summary>
    public string Command(string name, params string[] arguments)
    {
        using Process process = Started(name, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        foreach (int node in nodes.Keys)
        {
            if (!nodes[node].HasExited) KillNode(node);
        }
        foreach (Process daemon in daemons)
        {
            if (!daemon.HasExited) daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
        }
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // something still writes there: it is in the system's folder for temporary files
        }
    }

    private string[] States() => Command("sinfo", "--noheader", "--Node", "--format=%T").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void StartMunge()
    {
        Directory.CreateDirectory(In("munge"));
        Mode("755", folder, In("munge"));
        byte[] key = new byte[1024];
        Random.Shared.NextBytes(key);
        File.WriteAllBytes(In("munge", "key"), key);
        Mode("400", In("munge", "key"));
        daemons.Add(Started("munged", "--foreground", "--force", $"--key-file={In("munge", "key")}", $"--socket={In("munge", "socket")}", $"--pid-file={In("munge", "pid")}",
            $"--log-file={In("munge", "log")}", $"--seed-file={In("munge", "seed")}"));
        for (int k = 0; !File.Exists(In("munge", "socket")); k++)
        {
            if (k == 100) throw new TimeoutException("munged has no socket");
            Thread.Sleep(100);
        }
    }

    private void WriteConfiguration(int count)
    {
        string host = Environment.MachineName.Split('.')[0];
        int port = 20_000 + Random.Shared.Next(20_000);
        foreach (string part in (string[])["state", "log", "cgroup"]) Directory.CreateDirectory(In(part));
        StringBuilder text = new($"""
            ClusterName=locomotion
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={port}
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={In("munge", "socket")}
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            ReturnToService=2
            SlurmdTimeout={NodeTimeout}
            KillWait=2
            SchedulerParameters=sched_interval=1,bf_interval=1
            StateSaveLocation={In("state")}
            SlurmdSpoolDir={In("spool-%n")}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd-%n.pid")}
            SlurmctldLogFile={In("log", "slurmctld")}
            SlurmdLogFile={In("log", "slurmd-%n")}
            AccountingStorageType=accounting_storage/none
            JobAcctGatherType=jobacct_gather/none
            MpiDefault=none

            """);
        for (int node = 1; node <= count; node++)
            text.Append($"NodeName=n{node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port + node} CPUs=1 State=UNKNOWN\n");
        text.Append($"PartitionName=main Nodes=n[1-{count}] Default=YES MaxTime=INFINITE State=UP\n");
        File.WriteAllText(configuration, text.ToString());
        // Slurm 23 knows a plugin that does nothing; an older one looks into a folder, and no further
        bool recent = double.Parse(Command("slurmd", "-V").Split(' ')[^1].Trim()[..5], CultureInfo.InvariantCulture) >= 23;
        File.WriteAllText(In("cgroup.conf"), recent ? "CgroupPlugin=disabled\n" : $"CgroupPlugin=cgroup/v1\nCgroupMountpoint={In("cgroup")}\n");
    }

    private Process Started(string name, params string[] arguments)
    {
        string path = new[] { "/usr/sbin", "/usr/bin" }.Select(place => Path.Combine(place, name)).First(File.Exists);
        ProcessStartInfo start = new(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Environs.Key] = Environs.Value;
        Process process = Process.Start(start)!;
        if (!arguments.Contains("-D") && !arguments.Contains("--foreground")) return process;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string In(params string[] parts) => Path.Combine([folder, .. parts]);

    private string Logs() => string.Join('\n', Directory.GetFiles(In("log")).Select(file => $"{Path.GetFileName(file)}: {string.Join('\n', File.ReadLines(file).TakeLast(5))}"));

    /// <summary>Processes of jobs of this cluster on a node.</summary>
    private IEnumerable<string> Jobs(int node) => Directory.GetDirectories("/proc").Select(entry => Path.GetFileName(entry))
        .Where(entry => int.TryParse(entry, CultureInfo.InvariantCulture, out _))
        .Where(entry => Read($"/proc/{entry}/environ") is var environs && environs.Contains(configuration, StringComparison.Ordinal) && environs.Contains($"SLURMD_NODENAME=n{node}\0", StringComparison.Ordinal));

    /// <summary>munged refuses to work where others might write.</summary>
    private static void Mode(string mode, params string[] paths)
    {
        using Process change = Process.Start("chmod", [mode, .. paths]);
        change.WaitForExit();
    }

    private static void Kill(string process)
    {
        using Process kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", process]) { UseShellExecute = false, RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
