namespace Locomotion.Hardware.Doctor;

/// <summary>Whether the kernel wakes the loop on time.</summary>
internal static class KernelChecks
{
    private const string RealTimeKernel = "Debian: sudo apt install linux-image-rt-arm64 (or -amd64); Ubuntu on a Pi: sudo apt install linux-raspi-realtime";
    private static readonly string[] SlowClocks = ["hpet", "acpi_pm", "jiffies", "refined-jiffies"];

    /// <summary>How readily the kernel interrupts itself.</summary>
    public static Finding Preemption(MachineFiles files)
    {
        const string Name = "kernel";
        string? version = files.Text("/proc/version");
        if (files.Text("/sys/kernel/realtime") == "1" || (version?.Contains("PREEMPT_RT", StringComparison.Ordinal) ?? false))
            return new(Name, Verdict.Good, "PREEMPT_RT");
        // "none voluntary (full)", where the kernel can choose; for root alone
        string? mode = files.Text("/sys/kernel/debug/sched/preempt");
        if (mode is not null && mode.Split('(', ')') is { Length: 3 } parts)
        {
            return parts[1] is "full" or "lazy"
                ? new(Name, Verdict.CouldBeBetter, $"preemption {parts[1]}: enough for servo frames, a real-time kernel is steadier", RealTimeKernel)
                : new(Name, Verdict.CouldBeBetter, $"preemption {parts[1]}", "append preempt=full to /boot/firmware/cmdline.txt (or to GRUB_CMDLINE_LINUX), then start the machine anew");
        }
        if (version is null) return new(Name, Verdict.Unknown, "/proc/version cannot be read");
        return version.Contains("PREEMPT", StringComparison.Ordinal)
            ? new(Name, Verdict.CouldBeBetter, "a preemptible kernel: enough for servo frames, a real-time kernel is steadier", RealTimeKernel)
            : new(Name, Verdict.CouldBeBetter, "a kernel that does not say that it is preemptible", RealTimeKernel);
    }

    /// <summary>How much of a second real-time threads may have. Keep the rest: it is what lets one log in beside a runaway loop.</summary>
    public static Finding RealTimeShare(MachineFiles files)
    {
        const string Name = "real-time share", Path = "/proc/sys/kernel/sched_rt_runtime_us", Fix = "sudo sysctl -w kernel.sched_rt_runtime_us=950000";
        if (!long.TryParse(files.Text(Path), out long microseconds)) return new(Name, Verdict.Unknown, $"{Path} does not tell");
        return microseconds switch
        {
            < 0 => new(Name, Verdict.CouldBeBetter, "unlimited: a runaway loop would lock the machine", Fix),
            0 => new(Name, Verdict.Bad, "none: no real-time thread may run", Fix),
            < 500_000 => new(Name, Verdict.CouldBeBetter, $"{microseconds} µs", Fix),
            _ => new(Name, Verdict.Good, $"{microseconds} µs"),
        };
    }

    /// <summary>What the kernel reads the time from.</summary>
    public static Finding ClockSource(MachineFiles files)
    {
        const string Name = "clock", Path = "/sys/devices/system/clocksource/clocksource0";
        string? source = files.Text($"{Path}/current_clocksource");
        if (string.IsNullOrEmpty(source)) return new(Name, Verdict.Unknown, $"{Path} does not tell");
        return SlowClocks.Contains(source)
            ? new(Name, Verdict.CouldBeBetter, $"{source}, which is slow to read; available: {files.Text($"{Path}/available_clocksource")}",
                "append clocksource=tsc tsc=reliable to the kernel's command line, if the processor's counter is steady")
            : new(Name, Verdict.Good, source);
    }
}
