using System.Globalization;
using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Timing;

/// <summary>
/// Makes the calling thread, and it alone, one that Linux wakes on time. The library's thread priorities do nothing on Linux, and a program started
/// under chrt would lift the runtime's own threads as well. Dispose it when the loop has ended: processors may sleep again.
/// </summary>
public sealed class RealTimeSetup : IDisposable
{
    private const string LatencyDevice = "/dev/cpu_dma_latency";

    private FileStream? latencyRequest;

    private RealTimeSetup(IReadOnlyList<SetupStep> steps, FileStream? latencyRequest) => (Steps, this.latencyRequest) = (steps, latencyRequest);

    /// <summary>What became of each wish.</summary>
    public IReadOnlyList<SetupStep> Steps { get; }

    /// <summary>Applies <paramref name="settings"/> to the calling thread. Never throws for a wish that is refused.</summary>
    public static RealTimeSetup Apply(RealTimeSettings settings)
    {
        if (!OperatingSystem.IsLinux())
            return new RealTimeSetup([new SetupStep("real time", false, "This is no Linux: the loop runs as an ordinary thread.")], latencyRequest: null);
        List<SetupStep> steps = [];
        FileStream? awake = null;
        if (settings.LockMemory) steps.Add(LockMemory());
        if (settings.Processor >= 0) steps.Add(BindTo(settings.Processor));
        steps.Add(SlackOf(settings.TimerSlack));
        if (settings.AwakeProcessors) steps.Add(KeepAwake(out awake));
        // last, so that nothing above runs at that priority
        if (settings.Priority > 0) steps.Add(Prioritise(settings.Priority));
        return new RealTimeSetup(steps, awake);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        latencyRequest?.Dispose();
        latencyRequest = null;
    }

    private static SetupStep Prioritise(int priority) => LinuxScheduling.SetScheduler(0, LinuxScheduling.Fifo, in priority) == 0
        ? new SetupStep("priority", true, $"SCHED_FIFO {priority}, this thread alone")
        : Refused("priority", $"set LimitRTPRIO={priority} in the service's unit, or 'rtprio {priority}' for the user in /etc/security/limits.conf, or grant CAP_SYS_NICE");

    private static SetupStep LockMemory() => LinuxScheduling.LockAll(LinuxScheduling.CurrentFutureOnFault) == 0
        ? new SetupStep("memory", true, "what has been touched stays in RAM")
        : Refused("memory", "set LimitMEMLOCK=infinity in the service's unit, or 'memlock unlimited' for the user in /etc/security/limits.conf");

    private static SetupStep BindTo(int processor)
    {
        Span<byte> mask = stackalloc byte[128];
        mask.Clear();
        mask[processor / 8] = (byte)(1 << (processor % 8));
        return LinuxScheduling.SetAffinity(0, (nuint)mask.Length, ref MemoryMarshal.GetReference(mask)) == 0
            ? new SetupStep("processor", true, $"runs on processor {processor}")
            : Refused("processor", $"choose a processor that exists and is allowed (nproc, CPUAffinity, cgroups); {processor} is not");
    }

    private static SetupStep SlackOf(int nanoseconds) => LinuxScheduling.Control(LinuxScheduling.SetTimerSlack, (nuint)nanoseconds, 0, 0, 0) == 0
        ? new SetupStep("timer slack", true, string.Create(CultureInfo.InvariantCulture, $"{nanoseconds} ns"))
        : Refused("timer slack", "this needs a Linux later than 2.6.28");

    /// <summary>The wish lasts as long as the file is open (the kernel's Documentation/power/pm_qos_interface).</summary>
    private static SetupStep KeepAwake(out FileStream? file)
    {
        file = null;
        try
        {
            file = new FileStream(LatencyDevice, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(BitConverter.GetBytes(0));
            return new SetupStep("processor sleep", true, $"{LatencyDevice} is held at 0 µs");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            file = null;
            return new SetupStep("processor sleep", false, $"{LatencyDevice}: {e.Message} Give the user the right to write it, by a udev rule: KERNEL==\"cpu_dma_latency\", GROUP=\"realtime\", MODE=\"0660\"");
        }
    }

    private static SetupStep Refused(string name, string remedy) =>
        new(name, false, $"Refused by Linux: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}. To have it, {remedy}.");
}
