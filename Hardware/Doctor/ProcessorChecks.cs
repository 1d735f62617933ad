namespace Locomotion.Hardware.Doctor;

/// <summary>Whether a processor is ready for the loop.</summary>
internal static class ProcessorChecks
{
    private const string Folder = "/sys/devices/system/cpu";

    /// <summary>How processors choose their speed.</summary>
    public static Finding Governor(MachineFiles files)
    {
        const string Name = "governor";
        string[] governors = [.. files.In(Folder, "cpu*").Select(cpu => files.Text($"{cpu}/cpufreq/scaling_governor")).OfType<string>().Distinct()];
        return governors switch
        {
            [] => new(Name, Verdict.Unknown, "processors do not tell how they choose their speed"),
            ["performance"] => new(Name, Verdict.Good, "performance"),
            _ => new(Name, Verdict.CouldBeBetter, string.Join(", ", governors), $"echo performance | sudo tee {Folder}/cpu*/cpufreq/scaling_governor"),
        };
    }

    /// <summary>A processor that Linux keeps free.</summary>
    public static Finding Isolated(MachineFiles files)
    {
        const string Name = "isolated processor";
        string? isolated = files.Text($"{Folder}/isolated"), online = files.Text($"{Folder}/online");
        if (isolated is null) return new(Name, Verdict.Unknown, $"{Folder}/isolated does not tell");
        if (isolated.Length > 0) return new(Name, Verdict.Good, isolated);
        string last = online?.Split('-', ',')[^1] ?? "0";
        return last == "0"
            ? new(Name, Verdict.Unknown, "there is only one processor")
            : new(Name, Verdict.CouldBeBetter, "none",
                $"append isolcpus={last} nohz_full={last} rcu_nocbs={last} to the line in /boot/firmware/cmdline.txt, start the machine anew, and put the loop there: run --processor {last}, for the service in /etc/default/locomotion-robot");
    }
}
