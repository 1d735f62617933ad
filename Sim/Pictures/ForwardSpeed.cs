using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Pictures;

/// <summary>How fast the center of mass moves along the body.</summary>
internal static class ForwardSpeed
{
    /// <summary>Speed at each sample, body lengths per second: mean over one cycle, along the mean heading of the segments.</summary>
    public static double[] Of(RecordedRun run)
    {
        Trajectory trajectory = run.Trajectory;
        int last = trajectory.Count - 1;
        double spacing = (run.End - run.Start) / last;
        double[] speed = new double[trajectory.Count];
        for (int k = 0; k <= last; k++)
        {
            int half = Math.Max(1, (int)Math.Round(run.PhaseAt(trajectory.Time(k)).Cycle / 2 / spacing));
            int from = Math.Max(0, k - half), to = Math.Min(last, k + half);
            (double ux, double uy) = Heading(trajectory, k);
            double dx = trajectory.Whole(to, WholeSignal.X) - trajectory.Whole(from, WholeSignal.X);
            double dy = trajectory.Whole(to, WholeSignal.Y) - trajectory.Whole(from, WholeSignal.Y);
            speed[k] = (dx * ux + dy * uy) / (trajectory.Time(to) - trajectory.Time(from)) / run.Shape.Length;
        }
        return speed;
    }

    /// <summary>Unit vector of the mean heading of all segments.</summary>
    public static (double X, double Y) Heading(Trajectory trajectory, int k)
    {
        double x = 0, y = 0;
        for (int i = 0; i < trajectory.Segments; i++)
        {
            double heading = trajectory.Of(k, i, SegmentSignal.Heading);
            x += Math.Cos(heading);
            y += Math.Sin(heading);
        }
        double length = Math.Sqrt(x * x + y * y);
        return length > 0 ? (x / length, y / length) : (1, 0);
    }
}
