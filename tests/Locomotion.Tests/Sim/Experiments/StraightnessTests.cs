using Locomotion.Body.Chain;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>Against a body that is moved along a circle as if on rails, wiggling: all is known beforehand.</summary>
public class StraightnessTests
{
    private const int Segments = 5;
    private const double Wiggle = 0.1, WiggleHz = 3.3;      // rad
    internal static readonly ShapeParameters Shape = new() { Segments = Segments };

    [Theory, InlineData(0.3, 2), InlineData(-0.3, 2), InlineData(0.02, 0.5), InlineData(0, 1), InlineData(1.5, 1)]
    public void Turning_and_speed_are_those_of_the_circle(double turning, double speed)
    {
        Straightness found = Straightness.Measure(OnCircle(turning, speed, bend: 0.2), Shape, from: 100);
        Assert.Equal(turning, found.Turning, tolerance: 0.005 + 0.03 * Math.Abs(turning));    // of which 0.023 for chords shorter than their arcs, at 1.5
        Assert.Equal(speed, found.Speed, tolerance: 0.03 * speed);
    }

    [Fact]
    public void A_bend_is_told_with_its_side_and_with_its_wiggle()
    {
        Straightness found = Straightness.Measure(OnCircle(turning: 0.1, speed: 1, bend: -0.2), Shape, from: 100);
        int joints = Segments - 1;
        Assert.Equal(-0.2 * joints, found.Curve, tolerance: 0.01);
        Assert.Equal(joints * Math.Sqrt(0.2 * 0.2 + Wiggle * Wiggle / 2), found.CurveRms, tolerance: 0.01);
    }

    /// <summary>Ten seconds at <paramref name="speed"/> BL/s on a circle of 1/<paramref name="turning"/> BL, the heading wiggling about its tangent.</summary>
    internal static Trajectory OnCircle(double turning, double speed, double bend)
    {
        FrameLog log = new(FrameColumns.For(Segments), 1000);
        int whole = FrameColumns.Whole.Count, each = FrameColumns.Segment.Count;
        double x = 0, y = 0;
        for (int k = 0; k < 1000; k++)
        {
            double t = 0.01 * k, tangent = turning * speed * t, wiggle = Math.Sin(Math.Tau * WiggleHz * t), heading = tangent + Wiggle * wiggle;
            x += 0.01 * speed * Shape.Length * Math.Cos(tangent);
            y += 0.01 * speed * Shape.Length * Math.Sin(tangent);
            Assert.True(log.TryAppend(out Span<double> row));
            row.Clear();
            row[(int)WholeSignal.Time] = t;
            row[(int)WholeSignal.X] = x;
            row[(int)WholeSignal.Y] = y;
            for (int i = 0; i < Segments; i++)
            {
                double ahead = Shape.Length * (0.5 - (i + 0.5) / Segments);
                Span<double> segment = row.Slice(whole + i * each, each);
                segment[(int)SegmentSignal.X] = x + ahead * Math.Cos(heading);
                segment[(int)SegmentSignal.Y] = y + ahead * Math.Sin(heading);
                segment[(int)SegmentSignal.Bend] = i < Segments - 1 ? bend + Wiggle * wiggle : 0;
            }
        }
        return new Trajectory(log);
    }
}
