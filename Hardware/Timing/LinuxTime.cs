using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Timing;

/// <summary>Linux's clocks (clock_gettime(2), clock_nanosleep(2)).</summary>
internal static partial class LinuxTime
{
    /// <summary>CLOCK_MONOTONIC.</summary>
    public const int Monotonic = 1;

    /// <summary>TIMER_ABSTIME.</summary>
    public const int Absolute = 1;

    /// <summary>Reads a clock. Too short a call to tell the runtime about.</summary>
    [LibraryImport("libc", EntryPoint = "clock_gettime"), SuppressGCTransition]
    public static partial int GetTime(int clock, out TimeSpec now);

    /// <summary>Returns 0, or the error itself.</summary>
    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    public static partial int Sleep(int clock, int flags, in TimeSpec until, nint remaining);
}
