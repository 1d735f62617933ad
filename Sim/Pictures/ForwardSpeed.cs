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
        double[] speed = new double[trajectory.Count];
        for (int k = 0; k <= last; k++)
        {
            double half = Cycle(run, trajectory.Time(k)) / 2;
            int from = Math.Max(0, Math.Min(run.Sample(trajectory.Time(k) - half), k - 1));
            int to = Math.Min(last, Math.Max(run.Sample(trajectory.Time(k) + half), k + 1));
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

    /// <summary>Cycle at <paramref name="time"/>, s. From phase to phase it changes gradually, or the curve would jump there.</summary>
    private static double Cycle(RecordedRun run, double time)
    {
        double cycle = run.PhaseAt(time).Cycle;
        foreach (PhaseSpan next in run.Phases.Skip(1))
        {
            double before = run.PhaseAt(Math.BitDecrement(next.Start)).Cycle, blend = Math.Max(before, next.Cycle) / 2;
            if (Math.Abs(time - next.Start) < blend) cycle = before + (next.Cycle - before) * ((time - next.Start) / blend + 1) / 2;
        }
        return cycle;
    }
}
