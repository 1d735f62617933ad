using Locomotion.Body.Chain;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The legs at one instant, seen from above: lines from the trunk's edge to the foot, apart by whether the foot stands.</summary>
internal sealed class LegLines : IDisposable
{
    private const float Closest = 2.2f;     // px between legs

    /// <summary>The legs at sample <paramref name="k"/>, on the paper; of very many every few.</summary>
    public LegLines(RecordedRun run, int k, WorldView view)
    {
        ShapeParameters shape = run.Shape;
        int n = run.Trajectory.Segments, step = Math.Max(1, (int)Math.Ceiling(Closest / view.Pixels(shape.SegmentLength)));
        for (int i = 0; i < n; i += step)
        {
            double heading = Of(i, SegmentSignal.Heading), ux = Math.Cos(heading), uy = Math.Sin(heading);
            double half = BodyOutline.HalfWidth(shape, (i + 0.5) / n), reach = shape.LegLength;
            foreach (int side in new[] { 1, -1 })
            {
                double yaw = Of(i, side > 0 ? SegmentSignal.YawLeft : SegmentSignal.YawRight);
                double forward = reach * Math.Sin(yaw), outward = side * (shape.Width / 2 + reach * Math.Cos(yaw));
                SKPoint root = At(0, side * half), foot = At(forward, outward);
                bool stands = Of(i, side > 0 ? SegmentSignal.LoadLeft : SegmentSignal.LoadRight) > GaitMeter.StanceLoad;
                SKPath legs = stands ? Standing : Lifted;
                legs.MoveTo(root);
                legs.LineTo(foot);
                if (stands) Feet.Add(foot);
            }

            SKPoint At(double u, double v) =>
                view.Pixel(Of(i, SegmentSignal.X) + u * ux - v * uy, Of(i, SegmentSignal.Y) + u * uy + v * ux);
        }

        double Of(int i, SegmentSignal signal) => run.Trajectory.Of(k, i, signal);
    }

    /// <summary>Legs whose foot carries load.</summary>
    public SKPath Standing { get; } = new();

    /// <summary>All others.</summary>
    public SKPath Lifted { get; } = new();

    /// <summary>Feet that carry load.</summary>
    public List<SKPoint> Feet { get; } = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        Standing.Dispose();
        Lifted.Dispose();
    }
}
