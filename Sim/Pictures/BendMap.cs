using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>
/// Trunk bending as colours, joint against time, computed for each dot of the finished picture: straight between two samples in
/// time, a band for each joint.
/// </summary>
internal sealed class BendMap(RecordedRun run, TimeWindow window, double largest) : Drawing
{
    private const int Colors = 511;
    private const double UsualBend = 0.3, UsualWhole = 6;       // rad

    /// <summary>
    /// Where the colour scale ends, rad: a round bend that few samples exceed, but no less than 0.3 rad or, in animals of more joints,
    /// 6 rad shared among all, so that gaits compare and stillness looks still.
    /// </summary>
    public static double Largest(RecordedRun run)
    {
        Trajectory trajectory = run.Trajectory;
        int joints = trajectory.Segments - 1, stride = Math.Max(1, trajectory.Count * joints / 200_000);
        List<double> bends = [];
        for (int cell = 0; cell < trajectory.Count * joints; cell += stride)
            bends.Add(Math.Abs(trajectory.Of(cell / joints, cell % joints, SegmentSignal.Bend)));
        bends.Sort();
        double most = Math.Max(bends[(int)(0.98 * (bends.Count - 1))], Math.Min(UsualBend, UsualWhole / joints));
        double grain = Math.Pow(10, Math.Floor(Math.Log10(most))) / 2;
        return Math.Ceiling(most / grain - 1e-6) * grain;
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
            (int before, double share) = run.Between(window.From + (x + 0.5) / width * window.Seconds);
            for (int y = 0; y < height; y++)
            {
                int joint = y * joints / height;
                double a = run.Trajectory.Of(before, joint, SegmentSignal.Bend);
                double b = run.Trajectory.Of(before + 1, joint, SegmentSignal.Bend);
                double place = (Math.Clamp((a + share * (b - a)) / largest, -1, 1) + 1) / 2 * (Colors - 1);
                pixels[y * width + x] = scale[(int)Math.Round(place)];
            }
        }
        using SKBitmap bitmap = new(width, height) { Pixels = pixels };
        using SKImage image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, area);
    }
}
