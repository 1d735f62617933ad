using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

public class GaitDiagramTests
{
    // of the sheet, px: a run of up to 6 s has one panel, its 2 × 21 rows with a gap of 0.06 × 21 between
    private static readonly SKRect Panel = new(84, 118, 1176, 412);
    private const double Rows = 42 + 0.06 * 21, BarShare = 0.74, StanceLoad = 0.05;

    [Fact]
    public void Bars_cover_the_share_of_the_time_that_feet_stand()
    {
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.SlowWalk, 4, Habitat.Land));
        using SKBitmap picture = run.Open("gait-diagram");
        int standing = 0, inked = 0, dots = 0;
        for (int k = 0; k < run.Trajectory.Count; k++)
        {
            for (int i = 0; i < 21; i++)
            {
                standing += Stands(run.Trajectory, k, i, SegmentSignal.LoadLeft) ? 1 : 0;
                standing += Stands(run.Trajectory, k, i, SegmentSignal.LoadRight) ? 1 : 0;
            }
        }
        double duty = standing / 42.0 / run.Trajectory.Count;
        SKRectI dotsOfPanel = SKRectI.Round(new SKRect(2 * Panel.Left, 2 * Panel.Top, 2 * Panel.Right, 2 * Panel.Bottom));
        for (int y = dotsOfPanel.Top; y < dotsOfPanel.Bottom; y++)
        {
            for (int x = dotsOfPanel.Left; x < dotsOfPanel.Right; x++, dots++)
                inked += picture.GetPixel(x, y).Red < 0x8C ? 1 : 0;      // half-way from paper to ink
        }
        Assert.InRange(duty, 0.2, 0.8);
        Assert.Equal(duty * BarShare * 42 / Rows, inked / (double)dots, tolerance: 0.02);
    }

    [Fact]
    public void Every_leg_has_its_bar_where_its_foot_stands_left_legs_above_right_head_at_the_top()
    {
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.SlowWalk, 4, Habitat.Land));
        using SKBitmap picture = run.Open("gait-diagram");
        int seen = 0, wrong = 0;
        for (int k = 3; k < run.Trajectory.Count - 3; k += 7)
        {
            for (int leg = 0; leg < 42; leg++)
            {
                SegmentSignal load = leg < 21 ? SegmentSignal.LoadLeft : SegmentSignal.LoadRight;
                bool stands = Stands(run.Trajectory, k, leg % 21, load);
                if (Enumerable.Range(k - 2, 5).Any(near => Stands(run.Trajectory, near, leg % 21, load) != stands)) continue;
                bool bar = At(picture, run.Trajectory.Time(k) / 3.991, leg) == DrawnRun.Ink;
                seen++;
                wrong += bar != stands ? 1 : 0;
            }
        }
        Assert.True(seen > 1000, $"only {seen} places were looked at");
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Wet_rows_are_blue_and_folded_legs_are_crossed_by_a_line()
    {
        // the front third is wet, and folds after a second
        Trajectory trajectory = DrawnRun.MadeUp(21, 400, (time, column) =>
            column.Split('_') is not [.., var number] || !int.TryParse(number, out int segment) || segment >= 7 ? 0
            : column.StartsWith("wetness", StringComparison.Ordinal) ? 1
            : column.StartsWith("fold", StringComparison.Ordinal) && time > 1 ? 1 : 0);
        using DrawnRun run = new(DrawnRun.Scene(Gait.Swim, 4, Habitat.Water), trajectory);
        using SKBitmap picture = run.Open("gait-diagram");
        foreach (int block in new[] { 0, 21 })
        {
            Assert.Equal(DrawnRun.Wet, At(picture, 0.1, block + 3));
            Assert.Equal(DrawnRun.Folded, At(picture, 0.6, block + 3));
            Assert.Equal(DrawnRun.Wet, At(picture, 0.6, block + 3, offset: 0.3));
            Assert.NotEqual(DrawnRun.Wet, At(picture, 0.6, block + 12));
        }
    }

    [Fact]
    public void Phases_are_named_over_the_time_they_took()
    {
        Trajectory trajectory = DrawnRun.MadeUp(21, 401, (time, column) => column == "phase" && time >= 3 ? 1 : 0);
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 3, Habitat.Land) with
        {
            Timeline = [DrawnRun.Phase(Gait.SlowWalk, 3), DrawnRun.Phase(Gait.FastWalk, 1)],
        }, trajectory);
        using SKBitmap picture = run.Open("gait-diagram");
        SKColor Ribbon(double share) => picture.GetPixel((int)(2 * (Panel.Left + share * Panel.Width)), (int)(2 * (Panel.Top - 20)));
        Assert.Equal(DrawnRun.SlowWalk, Ribbon(0.02));
        Assert.Equal(DrawnRun.SlowWalk, Ribbon(0.74));
        Assert.Equal(DrawnRun.FastWalk, Ribbon(0.76));
        Assert.Equal(DrawnRun.FastWalk, Ribbon(0.99));
    }

    private static bool Stands(Trajectory trajectory, int k, int segment, SegmentSignal load) =>
        trajectory.Of(k, segment, load) > StanceLoad;

    /// <summary>The colour of a leg's row, left legs 0 to 20, then the right ones, at a share of the time.</summary>
    private static SKColor At(SKBitmap picture, double share, int leg, double offset = 0)
    {
        double row = leg + 0.5 + offset + (leg < 21 ? 0 : Rows - 42);
        return picture.GetPixel((int)(2 * (Panel.Left + share * Panel.Width)), (int)(2 * (Panel.Top + row / Rows * Panel.Height)));
    }
}
