using System.Runtime.CompilerServices;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Rhythms;

/// <summary>
/// Phases of bursters, as far as they can be told while they run: 0 at the onset of a burst, from there at the pace of the last cycle,
/// and short of 2π until the next onset.
/// </summary>
internal sealed class BurstPhases(int count, double dt) : IHasState
{
    private const double LongestPeriod = 10;    // s; slower is rest
    private static readonly double JustBelow = Math.BitDecrement(Math.Tau);
    private readonly double[] since = new double[count], period = new double[count];    // s
    private readonly bool[] active = new bool[count];

    /// <summary>Starts oscillator <paramref name="k"/> at a phase, with a guess at its period, s; returns the phase.</summary>
    public double Start(int k, double phase, double guess, bool bursts)
    {
        period[k] = guess;
        since[k] = phase / Math.Tau * guess;
        active[k] = bursts;
        return phase;
    }

    /// <summary>Moves oscillator <paramref name="k"/> on by one step and returns its phase, rad, in [0, 2π).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(int k, bool bursts)
    {
        double t = Math.Min(since[k] + dt, LongestPeriod);
        if (bursts && !active[k]) (period[k], t) = (t, 0);
        (since[k], active[k]) = (t, bursts);
        return Math.Min(Math.Tau * t / period[k], JustBelow);
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("burst-phases");
        visitor.Visit<double>("since", since);
        visitor.Visit<double>("period", period);
        visitor.Flags("active", active);
    }
}
