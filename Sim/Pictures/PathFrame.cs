using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Pictures;

/// <summary>The part of the world that a run needs, and how large it can be shown.</summary>
internal sealed class PathFrame
{
    private const double Margin = 0.12;         // body lengths ahead and behind
    private const float Lowest = 110, LabelRoom = 22;     // px

    /// <summary>Finds the frame for a panel <paramref name="width"/> wide and at most <paramref name="highest"/> high, px.</summary>
    public PathFrame(RecordedRun run, float width, float highest)
    {
        double minX = double.MaxValue, maxX = double.MinValue, minY = double.MaxValue, maxY = double.MinValue;
        int stride = Math.Max(1, run.Trajectory.Segments / 40);
        for (int k = 0; k < run.Trajectory.Count; k++)
        {
            for (int i = 0; i < run.Trajectory.Segments; i += stride)
            {
                double x = run.Trajectory.Of(k, i, SegmentSignal.X), y = run.Trajectory.Of(k, i, SegmentSignal.Y);
                (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
            }
        }
        double leg = run.Shape.LegLength;
        double wide = maxX - minX + 2 * (Margin * run.Shape.Length + leg), high = maxY - minY + 2 * (leg + run.Shape.Width);
        PixelsPerMetre = (float)Math.Min(width / wide, (highest - LabelRoom) / high);
        Width = width;
        Height = Math.Clamp((float)high * PixelsPerMetre + LabelRoom, Math.Min(Lowest, highest), highest);
        CenterX = (minX + maxX) / 2;
        CenterY = (minY + maxY) / 2 + LabelRoom / 2 / PixelsPerMetre;
    }

    /// <summary>Size of the panel, px.</summary>
    public float Width { get; }

    /// <summary>Size of the panel, px.</summary>
    public float Height { get; }

    /// <summary>Scale.</summary>
    public float PixelsPerMetre { get; }

    /// <summary>What lies in the middle, m.</summary>
    public double CenterX { get; }

    /// <summary>What lies in the middle, m.</summary>
    public double CenterY { get; }

    /// <summary>Left and right edge, m.</summary>
    public (double From, double To) X => (CenterX - Width / 2 / PixelsPerMetre, CenterX + Width / 2 / PixelsPerMetre);

    /// <summary>Lower and upper edge, m.</summary>
    public (double From, double To) Y => (CenterY - Height / 2 / PixelsPerMetre, CenterY + Height / 2 / PixelsPerMetre);
}
