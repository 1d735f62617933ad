using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Timing;

/// <summary>Linux's calls for real-time threads; each returns 0 or leaves an error. Process number 0 means the calling thread.</summary>
internal static partial class LinuxScheduling
{
    /// <summary>SCHED_FIFO.</summary>
    public const int Fifo = 1;

    /// <summary>MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT: what has been touched stays; the runtime's large reserves are not filled.</summary>
    public const int CurrentFutureOnFault = 1 | 2 | 4;

    /// <summary>PR_SET_TIMERSLACK.</summary>
    public const int SetTimerSlack = 29;

    /// <summary>sched_setscheduler(2).</summary>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    public static partial int SetScheduler(int process, int policy, in int priority);

    /// <summary>sched_getscheduler(2).</summary>
    [LibraryImport("libc", EntryPoint = "sched_getscheduler", SetLastError = true)]
    public static partial int GetScheduler(int process);

    /// <summary>mlockall(2).</summary>
    [LibraryImport("libc", EntryPoint = "mlockall", SetLastError = true)]
    public static partial int LockAll(int flags);

    /// <summary>sched_setaffinity(2).</summary>
    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    public static partial int SetAffinity(int process, nuint bytes, ref byte mask);

    /// <summary>prctl(2), which takes its numbers as machine words.</summary>
    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int Control(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);
}
