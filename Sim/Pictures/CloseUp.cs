using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The body at one instant, enlarged to fill a box, its mean heading to the right.</summary>
internal static class CloseUp
{
    private const float Fill = 0.9f;

    /// <summary>Pixels per metre at which the animal fits a box of that size.</summary>
    public static float Scale(RecordedRun run, float width, float height)
    {
        double across = run.Shape.Width + 2 * run.Shape.LegLength + 0.08 * run.Shape.Length;
        return (float)Math.Min(Fill * width / (run.Shape.Length + 3 * run.Shape.Width), Fill * height / across);
    }

    /// <summary>Draws the animal at <paramref name="time"/> in <paramref name="box"/>, on the water or ground where it is.</summary>
    public static void Draw(SKCanvas canvas, RecordedRun run, double time, SKRect box, float scale)
    {
        int k = run.Sample(time);
        (double ux, double uy) = ForwardSpeed.Heading(run.Trajectory, k);
        double x = run.Trajectory.Whole(k, WholeSignal.X), y = run.Trajectory.Whole(k, WholeSignal.Y);
        WorldView view = WorldView.Around(x, y, Math.Atan2(uy, ux), new SKPoint(box.MidX, box.MidY), scale);
        canvas.Save();
        canvas.ClipRect(box);
        using SKPaint dry = new() { Color = Palette.Row };
        canvas.DrawRect(box, dry);
        WaterShade.Draw(canvas, run.Scenario.Habitat, view);
        BodyArtist.Draw(canvas, run, k, view, Palette.Of(run.PhaseAt(time).Kind));
        canvas.Restore();
    }
}
