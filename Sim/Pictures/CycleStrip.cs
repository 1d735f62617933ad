using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The body at equal steps of a cycle, one below the other: what moves on moves to the right.</summary>
internal static class CycleStrip
{
    private const int Steps = 4;
    private const float TimeRoom = 66, BarRoom = 34, Margin = 12;   // px
    private const double Pitch = 0.86;                              // from body to body, as a share of a body's height

    /// <summary>Adds the strip of the cycle from <paramref name="start"/>, which fills <paramref name="place"/>.</summary>
    public static void Add(Sheet sheet, RecordedRun run, PhaseSpan phase, double start, SKRect place)
    {
        double seconds = Math.Min(phase.Cycle, run.End - start);
        double[] times = [.. Enumerable.Range(0, Steps + 1).Select(step => start + step * seconds / Steps)];
        (double ux, double uy) = ForwardSpeed.Heading(run.Trajectory, run.Sample(times[Steps / 2]));
        SKRect reach = Reach(run, times, ux, uy);               // of all bodies together, m, forward and to the left
        SKRect room = new(place.Left + TimeRoom, place.Top + Margin, place.Right - Margin, place.Bottom - BarRoom);
        float scale = Math.Min(room.Width / reach.Width, (float)(room.Height / (1 + Steps * Pitch)) / reach.Height);
        float pitch = (room.Height - scale * reach.Height) / Steps;
        WorldView At(int step) => WorldView.Around(
            reach.MidX * ux - reach.MidY * uy, reach.MidX * uy + reach.MidY * ux, Math.Atan2(uy, ux),
            new SKPoint(room.MidX, room.Top + scale * reach.Height / 2 + step * pitch), scale);

        sheet.Add(canvas =>
        {
            canvas.ClipRect(place);
            using SKPaint back = new() { Color = Palette.Row };
            canvas.DrawRect(place, back);
            WaterShade.Draw(canvas, run.Scenario.Habitat, At(0));
            for (int step = 0; step <= Steps; step++)
            {
                WorldView view = At(step);
                float middle = room.Top + scale * reach.Height / 2 + step * pitch;
                BodyArtist.Draw(canvas, run, run.Sample(times[step]), view, Palette.Of(phase.Kind));
                string text = $"{1000 * (times[step] - start):F0} ms";
                canvas.Write(text, room.Left - 8, middle + 4, 12, Palette.Text, SKTextAlign.Right);
            }
            ScaleBar.Draw(canvas, scale, place.Left + 14, place.Bottom - 16, place.Width / 5, SKTextAlign.Left);
        });
    }

    /// <summary>The box around all bodies and legs: its x runs forward along (ux, uy), its y to the left of that, m.</summary>
    private static SKRect Reach(RecordedRun run, double[] times, double ux, double uy)
    {
        const float fine = 1e4f;        // px for a metre, so that no leg is left out
        WorldView view = WorldView.Around(0, 0, Math.Atan2(uy, ux), SKPoint.Empty, fine);
        using SKPath all = new();
        foreach (double time in times)
        {
            int k = run.Sample(time);
            BodyOutline outline = new(run, k, view);
            using LegLines legs = new(run, k, view);
            using SKPath trunk = outline.Trunk();
            all.AddPath(legs.Standing);
            all.AddPath(legs.Lifted);
            all.AddPath(trunk);
            all.AddCircle(outline.Tip.X, outline.Tip.Y, 1.35f * outline.Ahead.Length);     // antennae
        }
        SKRect box = all.Bounds;
        return new SKRect(box.Left / fine, -box.Bottom / fine, box.Right / fine, -box.Top / fine);
    }
}
