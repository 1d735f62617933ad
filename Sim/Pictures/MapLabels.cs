using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Writes times above the bodies of a map, but for those whose place is taken.</summary>
internal sealed class MapLabels(RecordedRun run, WorldView view)
{
    private const float Size = 11, Gap = 5;

    private readonly List<SKRect> taken = [];
    private readonly float reach = view.Pixels(run.Shape.LegLength + run.Shape.Width / 2);

    /// <summary>Keeps labels off the body at sample <paramref name="k"/>.</summary>
    public void AvoidBody(int k)
    {
        foreach (SKPoint place in Segments(k))
            taken.Add(SKRect.Create(place.X - reach / 2, place.Y - reach, reach, 2 * reach));
    }

    /// <summary>Keeps labels off the path.</summary>
    public void AvoidPath()
    {
        int stride = Math.Max(1, run.Trajectory.Count / 1000);
        for (int k = 0; k < run.Trajectory.Count; k += stride)
            taken.Add(SKRect.Inflate(SKRect.Create(Center(k), SKSize.Empty), 1, 1));
    }

    /// <summary>Writes <paramref name="text"/> above the body at sample <paramref name="k"/>, or below, or not at all.</summary>
    public void Write(SKCanvas canvas, int k, string text)
    {
        float half = Lettering.Width(text, Size) / 2, x = Center(k).X;
        float[] near = [.. Segments(k).Where(place => Math.Abs(place.X - x) < half + reach).Select(place => place.Y)];
        if (near.Length == 0) return;
        foreach (float y in new[] { near.Min() - reach - Gap, near.Max() + reach + Gap + 0.72f * Size })
        {
            SKRect label = new(x - half, y - 0.75f * Size, x + half, y + 1);
            if (!canvas.LocalClipBounds.Contains(label)) continue;
            if (taken.Exists(other => other.IntersectsWith(SKRect.Inflate(label, 3, 0)))) continue;
            taken.Add(label);
            canvas.Write(text, x, y, Size, Palette.Text, SKTextAlign.Center);
            return;
        }
    }

    private SKPoint Center(int k) => view.Pixel(run.Trajectory.Whole(k, WholeSignal.X), run.Trajectory.Whole(k, WholeSignal.Y));

    private IEnumerable<SKPoint> Segments(int k)
    {
        int stride = Math.Max(1, run.Trajectory.Segments / 40);
        for (int i = 0; i < run.Trajectory.Segments; i += stride)
            yield return view.Pixel(run.Trajectory.Of(k, i, SegmentSignal.X), run.Trajectory.Of(k, i, SegmentSignal.Y));
    }
}
