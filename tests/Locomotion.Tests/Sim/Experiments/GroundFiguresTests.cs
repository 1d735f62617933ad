using Locomotion.Body.Chain;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>Against a body that glides along x as if on rails, its loads and phases written down.</summary>
public class GroundFiguresTests
{
    private const int Segments = 10;
    private const double Lag = 0.1, OddLag = 0.25, Speed = 2;      // cycles; BL/s
    private static readonly ShapeParameters Shape = new() { Segments = Segments, Length = 0.1 };

    [Fact]
    public void Figures_are_those_that_were_written_down()
    {
        GroundFigures found = GroundFigures.Measure(Glide(gapFrom: 10, gapTo: 10), Shape, from: 100, to: 200);
        Assert.Equal(Speed, found.Speed, tolerance: 1e-9);
        Assert.Equal(1 - (0.6 + 0.2 * (Segments - 1)) / Segments, found.Unsupported, tolerance: 1e-9);
        Assert.Equal(0.6, found.PeakLoad, tolerance: 1e-9);
        double sum = 0.6 + 0.2 * (Segments - 1);
        Assert.Equal(sum * sum / (0.36 + 0.04 * (Segments - 1)), found.Carriers, tolerance: 1e-9);
        Assert.Equal(1, found.Coherence, tolerance: 1e-9);
        Assert.Equal(0.003 / (Shape.Mass * 9.80665 * Speed * Shape.Length), found.CostOfTransport, tolerance: 1e-9);     // 3 mW
    }

    [Fact]
    public void A_crossing_begins_with_the_head_and_ends_with_the_tail()
    {
        // head and tail lie 0.09 m apart; gap of 3 segments, 0.03 m; at 0.2 m/s
        Crossing found = Crossing.Measure(Glide(0.3, 0.33), Shape, from: 0.3, segments: 3);
        Assert.Equal((0.09 + 0.03) / 0.2, found.Seconds, tolerance: 0.011);
        Assert.Equal(Speed, found.Figures.Speed, tolerance: 1e-6);
    }

    [Fact]
    public void The_leg_wave_is_told_by_the_place_it_is_at()
    {
        Crossing found = Crossing.Measure(Glide(0.3, 0.33), Shape, from: 0.3, segments: 3);
        Assert.Equal(Crossing.Before + 3 + Crossing.Behind, found.Lag.Count);
        for (int bin = 0; bin < found.Lag.Count; bin++)
        {
            bool over = bin >= Crossing.Before && bin < Crossing.Before + 3;
            Assert.Equal(over ? OddLag : Lag, found.Lag[bin], tolerance: 0.03);     // samples 2 mm apart blur the bins of 1 cm
        }
    }

    [Fact]
    public void Who_does_not_get_across_has_no_time()
    {
        Assert.True(double.IsNaN(Crossing.Measure(Glide(0.7, 0.73), Shape, from: 0.7, segments: 3).Seconds));       // the tail ends at 0.51 m
        Assert.True(double.IsNaN(Crossing.Measure(Glide(2, 2.03), Shape, from: 2, segments: 3).Figures.Speed));     // it never came there
    }

    /// <summary>Three seconds at 2 BL/s from the origin; neighbours whose middle lies over the gap lag by another amount.</summary>
    private static Trajectory Glide(double gapFrom, double gapTo)
    {
        FrameLog log = new(FrameColumns.For(Segments), 300);
        int whole = FrameColumns.Whole.Count, each = FrameColumns.Segment.Count;
        for (int k = 0; k < 300; k++)
        {
            double t = 0.01 * k, x = Speed * Shape.Length * t, phase = 0;
            Assert.True(log.TryAppend(out Span<double> row));
            row.Clear();
            row[(int)WholeSignal.Time] = t;
            row[(int)WholeSignal.X] = x;
            row[(int)WholeSignal.Effort] = 0.003 * t;
            for (int i = 0; i < Segments; i++)
            {
                double place = x + Shape.SegmentLength * ((Segments - 1) / 2.0 - i), middle = place + Shape.SegmentLength / 2;
                phase -= Math.Tau * (middle >= gapFrom && middle < gapTo ? OddLag : Lag);
                Span<double> segment = row.Slice(whole + i * each, each);
                segment[(int)SegmentSignal.X] = place;
                segment[(int)SegmentSignal.PhaseLeft] = segment[(int)SegmentSignal.PhaseRight] = phase;
                segment[(int)SegmentSignal.LoadLeft] = i == 0 ? 0.6 : 0;
                segment[(int)SegmentSignal.LoadRight] = i == 0 ? 0 : 0.2;
            }
        }
        return new Trajectory(log);
    }
}
