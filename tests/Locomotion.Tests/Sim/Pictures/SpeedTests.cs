using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

public class SpeedTests
{
    private static readonly SKRect Panel = new(84, 100, 1176, 360);     // of the sheet, px

    // a body of 0.12 m, for 3 s each: at 1 length a second along its heading, or backwards; as fast to its left; twice as fast as at first.
    // Nothing else in the picture is written with halves: they are the axis' ticks.
    [Theory]
    [InlineData(1, "1.5", 2.12, -0.12)]                             // the axis holds 0, 0.1 and the speeds, and 6 % beyond
    [InlineData(-1, "−1.5", 0.1 + 0.06 * 2.1, -2 - 0.06 * 2.1)]
    public void Speed_is_counted_along_the_body_in_body_lengths(double speed, string tick, double top, double bottom)
    {
        const double heading = 0.6;
        Trajectory trajectory = DrawnRun.MadeUp(21, 900, (time, column) =>
        {
            double along = 0.12 * speed * (Math.Min(time, 3) + 2 * Math.Max(0, time - 6)), aside = 0.12 * Math.Clamp(time - 3, 0, 3);
            return column switch
            {
                "x" => along * Math.Cos(heading) - aside * Math.Sin(heading),
                "y" => along * Math.Sin(heading) + aside * Math.Cos(heading),
                _ => column.StartsWith("heading", StringComparison.Ordinal) ? heading : 0,
            };
        });
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 9, Habitat.Land), trajectory);
        using SKBitmap picture = run.Open("speed");
        AssertLine(0.05, 0.25, speed);
        AssertLine(0.42, 0.58, 0);
        AssertLine(0.75, 0.95, 2 * speed);
        Assert.Contains($"\n{tick}\n", run.Words("speed"), StringComparison.Ordinal);

        void AssertLine(double from, double to, double value)
        {
            float y = (float)(Panel.Bottom - (value - bottom) / (top - bottom) * Panel.Height);
            for (double share = from; share <= to; share += 0.04)
            {
                int x = (int)(2 * (Panel.Left + share * Panel.Width));
                bool there = Enumerable.Range((int)(2 * y) - 2, 4).Any(dot => picture.GetPixel(x, dot).Blue < 0x60);
                Assert.True(there, $"at {share} of the time there is no line at {value}");
            }
        }
    }

    [Theory]
    [InlineData("drive", 0), InlineData("release", 1), InlineData("swim", 2)]
    public void The_command_is_a_step_in_its_row(string signal, int row)
    {
        Trajectory trajectory = DrawnRun.MadeUp(21, 300, (time, column) => column == signal && time >= 1.5 ? 1 : 0);
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 3, Habitat.Land), trajectory);
        using SKBitmap picture = run.Open("speed");
        for (int other = 0; other < 3; other++)
        {
            int y = (int)(2 * (Panel.Bottom + 18 + 20 * (other + 0.5)));
            SKColor Fill(double share) => picture.GetPixel((int)(2 * (Panel.Left + share * Panel.Width)), y);
            Assert.Equal(SKColors.White, Fill(0.25));
            Assert.Equal(other == row, Fill(0.75) != SKColors.White);
        }
    }
}
