using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A whole run on one page: where it went, how the body was held, and legs, trunk, speed and command over one time axis.</summary>
internal static class OverviewPicture
{
    private const float Width = 1200, Left = 92, Right = 100, Top = 104, PathHighest = 380, CloseUps = 132, Gap = 14;

    /// <summary>Draws it.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        float width = Width - Left - Right, y = Top, commands = CommandPanel.Height(run);
        PathFrame frame = new(run, width, PathHighest);
        float gait = Math.Clamp(11 * run.Trajectory.Segments, 160, 240), bend = Math.Clamp(7 * run.Trajectory.Segments, 115, 140);
        float path = PathPanel.Height(run, frame);
        Sheet sheet = new(Width, Top + path + CloseUps + 50 + gait + Gap + bend + Gap + 110 + Gap + commands + 52);
        sheet.Title(run.Scenario.Name, run.Scenario.Description);

        PathPanel.Add(sheet, run, frame, Left, y);
        y += path + 4;
        CloseUpRow.Add(sheet, run, SKRect.Create(Left, y, width, CloseUps));
        y += CloseUps + 46;

        SKRect legs = SKRect.Create(Left, y, width, gait);
        PhaseRibbon.Add(sheet, run, legs, run.Whole);
        GaitPanel.Add(sheet, legs, run, run.Whole, time: null);
        SKRect trunk = SKRect.Create(Left, legs.Bottom + Gap, width, bend);
        KymographPanel.Add(sheet, trunk, run, run.Whole, BendMap.Largest(run), time: null);
        SKRect speed = SKRect.Create(Left, trunk.Bottom + Gap, width, 110);
        SpeedPanel.Add(sheet, speed, run, time: null);
        CommandPanel.Add(sheet, SKRect.Create(Left, speed.Bottom + Gap, width, commands), run);
        GaitKey.AddDown(sheet, run, legs.Right + 14, legs.Top + 10);
        return sheet;
    }
}
