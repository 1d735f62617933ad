using Locomotion.Body.Chain;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>How an animal turned; positive to the left.</summary>
/// <param name="Rate">Change of the body's heading, rad/s.</param>
/// <param name="Speed">Along the path, body lengths per second.</param>
public readonly record struct Turned(double Rate, double Speed)
{
    private const double LongestArc = 3;    // rad of a chord; beyond, the path is no circle

    /// <summary>Change of heading per body length, rad.</summary>
    public double PerLength => Rate / Speed;

    /// <summary>Measures the samples from <paramref name="from"/> to the end.</summary>
    /// <remarks>The chords of <see cref="Straightness"/> are made into the arcs of a circle: arc = chord (a / 2) / sin (a / 2), a = turn per chord.</remarks>
    public static Turned Measure(Trajectory run, ShapeParameters shape, int from)
    {
        Straightness straight = Straightness.Measure(run, shape, from);
        double rate = straight.Turning * straight.Speed;
        double half = Math.Min(Math.Abs(rate) * Straightness.Chord * FrameRecorder.Interval, LongestArc) / 2;
        return new Turned(rate, half > 0 ? straight.Speed * half / Math.Sin(half) : straight.Speed);
    }
}
