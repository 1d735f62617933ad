using Locomotion.Body.Chain;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The animal at one instant, seen from above: its trunk as a tapering band through the joints.</summary>
internal sealed class BodyOutline
{
    /// <summary>Width at the head's tip and at the tail, as a share of the trunk's.</summary>
    private const double HeadShare = 0.72, TailShare = 0.5;

    private readonly SKPoint[] left, right;     // [joint], px: the trunk's edges, head tip first

    /// <summary>The outline at sample <paramref name="k"/>, on the paper.</summary>
    public BodyOutline(RecordedRun run, int k, WorldView view)
    {
        ShapeParameters shape = run.Shape;
        int n = run.Trajectory.Segments;
        left = new SKPoint[n + 1];
        right = new SKPoint[n + 1];
        for (int joint = 0; joint <= n; joint++)
        {
            int ahead = Math.Max(joint - 1, 0), behind = Math.Min(joint, n - 1);
            double heading = (Heading(ahead) + Heading(behind)) / 2;
            // a joint lies half a segment behind the one ahead of it; the head's tip, half a segment before the first
            double along = (joint == 0 ? 0.5 : -0.5) * shape.SegmentLength;
            double x = Of(ahead, SegmentSignal.X) + along * Math.Cos(Heading(ahead));
            double y = Of(ahead, SegmentSignal.Y) + along * Math.Sin(Heading(ahead));
            double half = HalfWidth(shape, (double)joint / n);
            left[joint] = view.Pixel(x - half * Math.Sin(heading), y + half * Math.Cos(heading));
            right[joint] = view.Pixel(x + half * Math.Sin(heading), y - half * Math.Cos(heading));
        }
        Tip = new SKPoint((left[0].X + right[0].X) / 2, (left[0].Y + right[0].Y) / 2);
        SKPoint origin = view.Pixel(0, 0), front = view.Pixel(shape.Width * Math.Cos(Heading(0)), shape.Width * Math.Sin(Heading(0)));
        Ahead = front - origin;

        double Of(int i, SegmentSignal signal) => run.Trajectory.Of(k, i, signal);
        double Heading(int i) => Of(i, SegmentSignal.Heading);
    }

    /// <summary>Half the trunk's width at <paramref name="place"/> from head, 0, to tail, 1, m.</summary>
    public static double HalfWidth(ShapeParameters shape, double place)
    {
        double head = HeadShare + (1 - HeadShare) * Math.Min(1, place / 0.08);
        double tail = 1 - (1 - TailShare) * Math.Pow(place, 3);
        return shape.Width / 2 * head * tail;
    }

    /// <summary>The trunk's edge, all around.</summary>
    public SKPath Trunk()
    {
        SKPath path = new();
        path.AddPoly([.. left, .. right.Reverse()], close: true);
        return path;
    }

    /// <summary>The lines between the segments.</summary>
    public SKPath Seams()
    {
        SKPath path = new();
        for (int joint = 1; joint < left.Length - 1; joint++)
        {
            path.MoveTo(left[joint]);
            path.LineTo(right[joint]);
        }
        return path;
    }

    /// <summary>Middle of the head's front edge.</summary>
    public SKPoint Tip { get; }

    /// <summary>From there one trunk width forward.</summary>
    public SKPoint Ahead { get; }
}
