using Locomotion.Hardware.Doctor;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Doctor;

/// <summary>A folder that looks like a machine's root.</summary>
internal sealed class FakeMachine
{
    private readonly string root = Scratch.Folder().FullName;

    public string Root => root;

    public static FakeMachine PiFour => new FakeMachine()
        .With("/proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0")
        .With("/proc/version", "Linux version 6.12.47+rpt-rpi-v8 (serge@raspberrypi.com) #1 SMP PREEMPT Debian 1:6.12.47-1+rpt1")
        .With("/sys/devices/platform/soc/soc:firmware/get_throttled", "0\n")
        .With("/sys/class/hwmon/hwmon0/name", "cpu_thermal\n").With("/sys/class/hwmon/hwmon1/name", "rpi_volt\n").With("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n")
        .With("/sys/class/i2c-adapter/i2c-1/of_node/clock-frequency", [0, 1, 0x86, 0xa0]).With("/dev/i2c-1", "")
        .With("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "ondemand\n").With("/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "ondemand\n")
        .With("/sys/devices/system/cpu/isolated", "\n").With("/sys/devices/system/cpu/online", "0-3\n")
        .With("/sys/devices/system/clocksource/clocksource0/current_clocksource", "arch_sys_counter\n")
        .With("/proc/sys/kernel/sched_rt_runtime_us", "950000\n")
        .With("/proc/swaps", "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/var/swap                               file\t\t524284\t\t0\t\t-2\n")
        .With("/etc/group", "root:x:0:\nvideo:x:44:pi\ni2c:x:994:pi\ngpio:x:986:pi\n")
        .With("/proc/self/status", "Name:\tx\nUid:\t1000\t1000\t1000\t1000\nGroups:\t44 994 986 1000 \nCapEff:\t0000000000000000\n")
        .With("/proc/self/limits", "Limit                     Soft Limit           Hard Limit           Units     \nMax locked memory         8388608              8388608              bytes     \nMax realtime priority     0                    0                    \n");

    public static FakeMachine PiFive => PiFour
        .With("/proc/device-tree/model", "Raspberry Pi 5 Model B Rev 1.0\0")
        .With("/proc/device-tree/chosen/power/max_current", [0, 0, 0x13, 0x88])
        .With("/proc/version", "Linux version 6.12.0-rt (x@y) #1 SMP PREEMPT_RT Debian")
        .With("/sys/class/i2c-adapter/i2c-1/of_node/clock-frequency", [0, 6, 0x1a, 0x80])
        .With("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n").With("/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n")
        .With("/sys/devices/system/cpu/isolated", "3\n").With("/proc/swaps", "Filename\tType\n")
        .With("/proc/self/limits", "Limit                     Soft Limit\nMax locked memory         unlimited            unlimited            bytes     \nMax realtime priority     95                   95                   \n");

    public static FakeMachine Desk => new FakeMachine()
        .With("/proc/cpuinfo", "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC\n")
        .With("/proc/version", "Linux version 6.18.4 (x@y) #1 SMP PREEMPT_DYNAMIC")
        .With("/sys/kernel/debug/sched/preempt", "none voluntary (full) lazy\n")
        .With("/sys/devices/system/cpu/isolated", "\n").With("/sys/devices/system/cpu/online", "0-1\n")
        .With("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n")
        .With("/proc/sys/kernel/sched_rt_runtime_us", "-1\n").With("/proc/swaps", "Filename\tType\n")
        .With("/etc/group", "root:x:0:\n").With("/proc/self/status", "Uid:\t0\t0\t0\t0\nGroups:\t0 \nCapEff:\t000001ffffffffff\n");

    public FakeMachine With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public FakeMachine With(string path, byte[] bytes)
    {
        string full = Path.Combine(root, path[1..]);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>Every file filled with something else.</summary>
    public FakeMachine Spoilt(byte[] with)
    {
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)) File.WriteAllBytes(file, with);
        return this;
    }

    public IReadOnlyList<Finding> Examine(Func<string, string?>? firmware = null) => RobotDoctor.Examine(new MachineFiles(root), firmware);

    public Finding this[string name] => Examine().Single(finding => finding.Name == name);
}
