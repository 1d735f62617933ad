using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Timing;

/// <summary>Linux's struct timespec, of two words of the machine.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TimeSpec(nint seconds, nint rest)
{
    private const long Second = 1_000_000_000;

    private readonly nint seconds = seconds;
    private readonly nint rest = rest;      // ns, 0 to 999 999 999

    /// <summary>The whole, ns.</summary>
    public long Nanoseconds => seconds * Second + rest;

    /// <summary>From ns, not negative.</summary>
    public static TimeSpec Of(long nanoseconds) => new((nint)(nanoseconds / Second), (nint)(nanoseconds % Second));
}
