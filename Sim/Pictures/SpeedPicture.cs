using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Forward speed over time, and below it the descending command that caused it.</summary>
internal static class SpeedPicture
{
    private const float Width = 1200, Left = 84, Right = 24, Top = 100, Height = 260;

    /// <summary>Draws it.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        float commands = CommandPanel.Height(run);
        Sheet sheet = new(Width, Top + Height + 18 + commands + 56);
        string length = NiceNumbers.Length(run.Shape.Length);
        sheet.Title($"{run.Scenario.Name}: speed and command",
            $"Forward speed in body lengths of {length} per second, mean over one cycle; descending command from 0 to 1.");
        SKRect data = new(Left, Top, Width - Right, Top + Height);
        PhaseRibbon.Add(sheet, run, data, run.Whole);
        SpeedPanel.Add(sheet, data, run, time: null);
        CommandPanel.Add(sheet, SKRect.Create(Left, data.Bottom + 18, data.Width, commands), run);
        return sheet;
    }
}
