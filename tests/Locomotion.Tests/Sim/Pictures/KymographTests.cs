using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

public class KymographTests
{
    private static readonly SKRect Panel = new(84, 100, 1100, 340);     // of the sheet, px

    [Fact]
    public void Left_bends_are_violet_and_right_bends_orange_joint_by_joint()
    {
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.Swim, 3, Habitat.Water));
        using SKBitmap picture = run.Open("kymograph");
        double seconds = run.Trajectory.Time(run.Trajectory.Count - 1);
        int left = 0, right = 0;
        for (int k = 50; k < run.Trajectory.Count - 1; k += 3)
        {
            for (int joint = 0; joint < 20; joint++)
            {
                double bend = run.Trajectory.Of(k, joint, SegmentSignal.Bend);
                if (Math.Abs(bend) < 0.1) continue;
                SKColor color = picture.GetPixel((int)(2 * (Panel.Left + run.Trajectory.Time(k) / seconds * Panel.Width)),
                    (int)(2 * (Panel.Top + (joint + 0.5) / 20 * Panel.Height)));
                Assert.True(bend > 0 ? color.Blue > color.Green + 10 : color.Red > color.Blue + 10, $"bend {bend} is {color}");
                _ = bend > 0 ? left++ : right++;
            }
        }
        Assert.InRange(left, 200, 2000);
        Assert.InRange(right, 200, 2000);
    }

    [Fact]
    public void A_straight_trunk_is_grey()
    {
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 2, Habitat.Land), DrawnRun.MadeUp(21, 200, (_, _) => 0));
        using SKBitmap picture = run.Open("kymograph");
        for (int x = (int)(2 * Panel.Left) + 2; x < 2 * Panel.Right - 2; x += 31)
            Assert.Equal(new SKColor(0xF7, 0xF7, 0xF7), picture.GetPixel(x, (int)(2 * Panel.MidY)));
    }
}
