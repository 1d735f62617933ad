using System.Globalization;

namespace Locomotion.Hardware.Doctor;

/// <summary>Whether the program may do what it must.</summary>
internal static class RightsChecks
{
    private const int Priority80 = 80;
    private const int LockCapability = 14, NiceCapability = 23;     // CAP_IPC_LOCK, CAP_SYS_NICE (linux/capability.h)

    /// <summary>The groups that own the buses and the pins.</summary>
    public static Finding Groups(MachineFiles files, Machine machine)
    {
        const string Name = "groups";
        if (Status(files, "Uid")?.Split('\t', ' ')[0] == "0") return new(Name, Verdict.Good, "runs as root");
        if (Status(files, "Groups") is not { } mine || files.Text("/etc/group") is not { } all)
            return new(Name, Verdict.Unknown, "neither /proc/self/status nor /etc/group tells");
        string[] ids = mine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] wanted = ["i2c", "gpio"];
        string[][] known = [.. all.Split('\n').Select(line => line.Split(':')).Where(fields => fields.Length >= 3 && wanted.Contains(fields[0]))];
        string[] absent = [.. wanted.Except(known.Select(fields => fields[0]))];
        string[] missing = [.. known.Where(fields => !ids.Contains(fields[2])).Select(fields => fields[0])];
        if (missing.Length > 0)
            return new(Name, Verdict.Bad, $"not a member of {string.Join(", ", missing)}", $"sudo usermod -aG {string.Join(',', missing)} $USER, then log in anew");
        return absent.Length == 0 ? new(Name, Verdict.Good, "a member of i2c and gpio")
            : new(Name, machine.IsRaspberryPi ? Verdict.CouldBeBetter : Verdict.Unknown, $"there is no group {string.Join(", ", absent)}",
                machine.IsRaspberryPi ? "install Raspberry Pi OS's raspberrypi-sys-mods, which makes them, or run as root" : "");
    }

    /// <summary>Real-time priority.</summary>
    public static Finding Priority(MachineFiles files)
    {
        const string Name = "real-time priority";
        if (Holds(files, NiceCapability)) return new(Name, Verdict.Good, "CAP_SYS_NICE");
        if (Limit(files, "Max realtime priority") is not { } limit) return new(Name, Verdict.Unknown, "/proc/self/limits does not tell");
        bool enough = limit == "unlimited" || (long.TryParse(limit, out long most) && most >= Priority80);
        return enough ? new(Name, Verdict.Good, $"limit {limit}")
            : new(Name, Verdict.CouldBeBetter, $"limit {limit}, below {Priority80}: the loop would wait behind other programs",
                $"in a service: LimitRTPRIO={Priority80}; for a user: echo \"$USER - rtprio {Priority80}\" | sudo tee /etc/security/limits.d/locomotion.conf, then log in anew");
    }

    /// <summary>Locking memory.</summary>
    public static Finding LockedMemory(MachineFiles files)
    {
        const string Name = "locked memory";
        if (Holds(files, LockCapability)) return new(Name, Verdict.Good, "CAP_IPC_LOCK");
        if (Limit(files, "Max locked memory") is not { } limit) return new(Name, Verdict.Unknown, "/proc/self/limits does not tell");
        return limit == "unlimited" ? new(Name, Verdict.Good, "unlimited")
            : new(Name, Verdict.CouldBeBetter, $"limit {limit} bytes: memory may be fetched from a disk in the middle of a step",
                "in a service: LimitMEMLOCK=infinity; for a user: echo \"$USER - memlock unlimited\" | sudo tee -a /etc/security/limits.d/locomotion.conf, then log in anew");
    }

    private static bool Holds(MachineFiles files, int capability) =>
        ulong.TryParse(Status(files, "CapEff"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong set) && (set >> capability & 1) != 0;

    private static string? Status(MachineFiles files, string key) => files.Text("/proc/self/status")?.Split('\n')
        .FirstOrDefault(line => line.StartsWith($"{key}:", StringComparison.Ordinal))?[(key.Length + 1)..].Trim();

    /// <summary>A soft limit: the first word after the name.</summary>
    private static string? Limit(MachineFiles files, string name) => files.Text("/proc/self/limits")?.Split('\n')
        .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
