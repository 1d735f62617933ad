using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Locomotion.Sim.Serving;

/// <summary>Sleeps shorter than a millisecond, which the library's timers do not know.</summary>
internal static partial class PreciseSleep
{
    /// <summary>Sleeps for about so many units of <see cref="Stopwatch"/>; may wake a little later, or earlier by a signal.</summary>
    public static void For(long timestamp)
    {
        double seconds = timestamp / (double)Stopwatch.Frequency;
        if (!OperatingSystem.IsLinux())
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            return;
        }
        TimeSpec span = new((nint)seconds, (nint)((seconds - Math.Floor(seconds)) * 1e9));
        _ = NanoSleep(in span, 0);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in TimeSpec span, nint remaining);

    private readonly struct TimeSpec(nint seconds, nint nanoseconds)
    {
        public readonly nint Seconds = seconds, Nanoseconds = nanoseconds;
    }
}
