using Locomotion.Body.Chain;
using Locomotion.Controller.Maths;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>How straight an animal walked.</summary>
/// <param name="Turning">Change of the body's heading per body length walked, rad; positive to the left. Its inverse is the radius of the path in body lengths.</param>
/// <param name="Curve">Bend from head to tail, mean over time, rad; positive to the left.</param>
/// <param name="CurveRms">Bend from head to tail, root mean square over time, rad: with the wiggling of each cycle.</param>
/// <param name="Speed">Body lengths per second along the path.</param>
public readonly record struct Straightness(double Turning, double Curve, double CurveRms, double Speed)
{
    /// <summary>The path is measured in chords of this many samples (0.5 s), which leave out the wiggling of each cycle.</summary>
    internal const int Chord = 50;

    /// <summary>Measures the samples from <paramref name="from"/> to the end.</summary>
    /// <remarks>
    /// Heading: from tail to head, turns counted. Its rate is the slope of the least-squares line over time, so that it matters little in which
    /// part of a cycle the measurement begins and ends.
    /// </remarks>
    public static Straightness Measure(Trajectory run, ShapeParameters shape, int from)
    {
        int count = run.Count - from;
        double middle = (run.Time(from) + run.Time(run.Count - 1)) / 2;
        double heading = Heading(run, from), turned = 0, moment = 0, inertia = 0, curve = 0, square = 0;
        for (int k = from; k < run.Count; k++)
        {
            double now = Heading(run, k), t = run.Time(k) - middle, bend = TotalBend(run, k);
            turned += Math.IEEERemainder(now - heading, Math.Tau);
            heading = now;
            moment += t * turned;
            inertia += t * t;
            curve += bend;
            square += bend * bend;
        }
        double path = 0, seconds = 0;
        for (int k = from + Chord; k < run.Count; k += Chord)
        {
            double dx = run.Whole(k, WholeSignal.X) - run.Whole(k - Chord, WholeSignal.X), dy = run.Whole(k, WholeSignal.Y) - run.Whole(k - Chord, WholeSignal.Y);
            path += Math.Sqrt(dx * dx + dy * dy);
            seconds += run.Time(k) - run.Time(k - Chord);
        }
        double speed = path / seconds / shape.Length;
        return new Straightness(moment / inertia / speed, curve / count, Math.Sqrt(square / count), speed);
    }

    private static double Heading(Trajectory run, int k)
    {
        int tail = run.Segments - 1;
        return DMath.Atan2(run.Of(k, 0, SegmentSignal.Y) - run.Of(k, tail, SegmentSignal.Y), run.Of(k, 0, SegmentSignal.X) - run.Of(k, tail, SegmentSignal.X));
    }

    private static double TotalBend(Trajectory run, int k)
    {
        double sum = 0;
        for (int joint = 0; joint < run.Segments - 1; joint++) sum += run.Of(k, joint, SegmentSignal.Bend);
        return sum;
    }
}
