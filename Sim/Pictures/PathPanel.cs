using Locomotion.Body.Ground;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The run seen from above, with equal axes; below, ground and water from the side, if the ground is not level.</summary>
internal static class PathPanel
{
    private const float SideHeight = 34, SideGap = 10, AxisRoom = 44;

    /// <summary>Height of everything added for <paramref name="frame"/>, px.</summary>
    public static float Height(RecordedRun run, PathFrame frame) =>
        frame.Height + AxisRoom + (HasSide(run, frame) ? SideGap + SideHeight : 0);

    /// <summary>Adds one to the sheet, its upper left corner at (<paramref name="left"/>, <paramref name="top"/>).</summary>
    public static void Add(Sheet sheet, RecordedRun run, PathFrame frame, float left, float top)
    {
        SKRect data = SKRect.Create(left, top, frame.Width, frame.Height);
        Panel map = new(sheet, data, frame.X, frame.Y);
        map.Add(new PathMap(run, frame));
        double[] ticks = NiceNumbers.Ticks(frame.Y.From, frame.Y.To, Math.Max(3, (int)(data.Height / 45)));
        map.TicksY(ticks, NiceNumbers.Format(ticks), "y, m", distance: 52);
        sheet.Add(canvas => ScaleBar.Draw(canvas, frame.PixelsPerMetre, data.Left, data.Top - 10, data.Width / 8, SKTextAlign.Left));

        bool side = HasSide(run, frame);
        map.TicksX(side ? null : "x, m");
        if (!side) return;
        SKRect below = SKRect.Create(left, data.Bottom + SideGap, data.Width, SideHeight);
        Panel profile = new(sheet, below, frame.X, SideView.Heights(run.Scenario.Habitat));
        profile.HideFrame();
        profile.Add(new SideView(run.Scenario.Habitat, frame.X));
        profile.TicksX("x, m");
        sheet.Add(canvas => canvas.Write("side view", below.Left - 8, below.MidY + 4, 12, Palette.Text, SKTextAlign.Right));
    }

    private static bool HasSide(RecordedRun run, PathFrame frame)
    {
        Habitat habitat = run.Scenario.Habitat;
        double[] ground = [.. WaterShade.Bends(habitat, frame.X.From, frame.X.To).Select(habitat.Ground)];
        return ground.Max() > ground.Min();
    }
}
