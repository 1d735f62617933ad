namespace Locomotion.Hardware.Doctor;

/// <summary>Whether memory stays where it is.</summary>
internal static class MemoryChecks
{
    /// <summary>Memory that may be put on a disk.</summary>
    public static Finding Swap(MachineFiles files)
    {
        const string Name = "swap";
        if (files.Text("/proc/swaps") is not { } text) return new(Name, Verdict.Unknown, "/proc/swaps cannot be read");
        string[] areas = [.. text.Split('\n').Skip(1).Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "").Where(area => area.Length > 0)];
        return areas.Length == 0
            ? new(Name, Verdict.Good, "none")
            : new(Name, Verdict.CouldBeBetter, string.Join(", ", areas),
                "sudo swapoff -a; for every start: sudo systemctl disable --now dphys-swapfile (Raspberry Pi OS), or take the line out of /etc/fstab");
    }
}
