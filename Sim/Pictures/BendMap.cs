using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Trunk bending as colours, joint against time, one dot of the finished picture at a time: nothing is blurred.</summary>
internal sealed class BendMap(RecordedRun run, TimeWindow window, double largest) : Drawing
{
    private const int Colors = 511;

    /// <summary>A round bend that few samples exceed, rad: the end of the colour scale. At least 0.05, so that stillness looks still.</summary>
    public static double Largest(RecordedRun run)
    {
        Trajectory trajectory = run.Trajectory;
        int joints = trajectory.Segments - 1, stride = Math.Max(1, trajectory.Count * joints / 200_000);
        List<double> bends = [];
        for (int cell = 0; cell < trajectory.Count * joints; cell += stride)
            bends.Add(Math.Abs(trajectory.Of(cell / joints, cell % joints, SegmentSignal.Bend)));
        bends.Sort();
        return Math.Max(0.05, Math.Ceiling(bends[(int)(0.98 * (bends.Count - 1))] / 0.05) * 0.05);
    }

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        int joints = run.Trajectory.Segments - 1;
        SKRect area = new(PixelX(window.From), PixelY(0), PixelX(window.To), PixelY(joints));
        int width = Math.Max(1, (int)(area.Width * Sheet.Density)), height = Math.Max(1, (int)(area.Height * Sheet.Density));
        SKColor[] scale = [.. Enumerable.Range(0, Colors).Select(k => Palette.Bend(2.0 * k / (Colors - 1) - 1))];
        SKColor[] pixels = new SKColor[width * height];
        for (int x = 0; x < width; x++)
        {
            int sample = run.Sample(window.From + (x + 0.5) / width * window.Seconds);
            for (int y = 0; y < height; y++)
            {
                double bend = run.Trajectory.Of(sample, y * joints / height, SegmentSignal.Bend);
                double place = (Math.Clamp(bend / largest, -1, 1) + 1) / 2 * (Colors - 1);
                pixels[y * width + x] = scale[(int)Math.Round(place)];
            }
        }
        using SKBitmap bitmap = new(width, height) { Pixels = pixels };
        using SKImage image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, area);
    }
}
