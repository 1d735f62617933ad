using Locomotion.Controller.Cord;

namespace Locomotion.Telemetry.Tuning;

/// <summary>
/// How fast the legs step. It looks at a few segments in each tick, at all of them in <see cref="RoundTime"/>: far less than half a cycle of a
/// leg, and little work.
/// </summary>
internal sealed class LegPace
{
    private const double RoundTime = 0.02;          // s
    private const double MeanTime = 0.5;            // s, over which the frequency is a mean

    private readonly double[] phases;               // [segment]: of the left leg when it was looked at last
    private readonly int perTick;                   // segments
    private readonly double share;                  // of a tick in the mean
    private readonly double perTurn;                // Hz for 1 rad that the left legs looked at advanced
    private int next;                               // segment
    private double frequency;

    /// <summary>Begins with the legs as they are.</summary>
    /// <param name="segments">The cord's.</param>
    /// <param name="period">From one tick to the next, s.</param>
    public LegPace(ReadOnlySpan<SegmentState> segments, double period)
    {
        phases = new double[segments.Length];
        for (int i = 0; i < phases.Length; i++) phases[i] = segments[i].PhaseLeft;
        perTick = Math.Min(phases.Length, (int)Math.Ceiling(phases.Length * period / RoundTime));
        share = Math.Min(1, period / MeanTime);
        // a leg is looked at once in a round, and then all its advance since the last counts: as if every leg were looked at in every tick
        perTurn = 1 / (Math.Tau * phases.Length * period);
    }

    /// <summary>Cycles of the left legs in a second, Hz, mean over the last half second. Any thread.</summary>
    public double Frequency => Volatile.Read(ref frequency);

    /// <summary>Looks at the segments whose turn it is, after each tick.</summary>
    public void Listen(ReadOnlySpan<SegmentState> segments)
    {
        double turned = 0;
        for (int k = 0; k < perTick; k++)
        {
            double phase = segments[next].PhaseLeft;
            turned += Wrapped(phase - phases[next]);
            phases[next] = phase;
            if (++next == phases.Length) next = 0;
        }
        Volatile.Write(ref frequency, frequency + share * (turned * perTurn - frequency));
    }

    /// <summary>The same angle in [−π, π), for a difference of two in [0, 2π).</summary>
    public static double Wrapped(double angle) => angle < -Math.PI ? angle + Math.Tau : angle >= Math.PI ? angle - Math.Tau : angle;
}
