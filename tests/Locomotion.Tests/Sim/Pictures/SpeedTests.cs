using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

public class SpeedTests
{
    private static readonly SKRect Panel = new(84, 100, 1176, 360);     // of the sheet, px

    // a body that moves at 1 body length of 0.12 m per second, once along its heading and once backwards
    [Theory]
    [InlineData(1, 1.06, 0)]
    [InlineData(-1, 0.1 + 0.06 * 1.1, -1 - 0.06 * 1.1)]      // the axis holds 0.1 and the speed, and 6 % beyond
    public void A_steady_speed_is_a_level_line_at_its_height(double speed, double top, double bottom)
    {
        const double heading = 0.6;
        Trajectory trajectory = DrawnRun.MadeUp(21, 300, (time, column) => column switch
        {
            "x" => 0.12 * speed * time * Math.Cos(heading),
            "y" => 0.12 * speed * time * Math.Sin(heading),
            _ => column.StartsWith("heading", StringComparison.Ordinal) ? heading : 0,
        });
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 3, Habitat.Land), trajectory);
        using SKBitmap picture = run.Open("speed");
        float y = (float)(Panel.Bottom - (speed - bottom) / (top - bottom) * Panel.Height);
        for (int x = (int)(2 * Panel.Left) + 10; x < 2 * Panel.Right - 10; x += 50)
        {
            SKColor line = picture.GetPixel(x, (int)(2 * y));
            Assert.True(line.Blue < 0x60, $"at {x} there is {line}");
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
            SKColor Fill(double share) => picture.GetPixel((int)(2 * (Panel.Left + share * Panel.Width)), (int)(2 * (Panel.Bottom + 18 + 20 * (other + 0.5))));
            Assert.Equal(SKColors.White, Fill(0.25));
            Assert.Equal(other == row, Fill(0.75) != SKColors.White);
        }
    }
}
