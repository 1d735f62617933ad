using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The run seen from above; where the body is small on the map, close-ups of it below.</summary>
internal static class PathPicture
{
    private const float Width = 1200, Left = 92, Right = 24, Top = 110, Highest = 640, CloseUps = 150, SmallBody = 250;

    /// <summary>Draws it.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        PathFrame frame = new(run, Width - Left - Right, Highest);
        bool small = run.Shape.Length * frame.PixelsPerMetre < SmallBody;
        float bottom = Top + PathPanel.Height(run, frame);
        Sheet sheet = new(Width, bottom + 16 + (small ? CloseUps + 16 : 0));
        sheet.Title($"{run.Scenario.Name}: path", run.Scenario.Description);
        PhaseKey.Add(sheet, run, Width - Right, Top - 20);
        PathPanel.Add(sheet, run, frame, Left, Top);
        if (small) CloseUpRow.Add(sheet, run, SKRect.Create(Left, bottom + 4, frame.Width, CloseUps));
        return sheet;
    }
}
