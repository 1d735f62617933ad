namespace Locomotion.Telemetry.Mqtt;

/// <summary>How fast the body's center moves, over a second or so.</summary>
internal sealed class PathMeter(SampleLayout layout)
{
    private double since = double.NaN, last, fromX, fromY, x, y, length;

    /// <summary>Straight way of the body's center over the time it took, body lengths a second; NaN if nobody knows.</summary>
    public double Speed => Math.Sqrt((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY)) / (length * (last - since));

    /// <summary>Adds a sample of that time, s.</summary>
    public void Add(double time, ReadOnlySpan<double> record)
    {
        if (!layout.HasPose) return;
        ReadOnlySpan<double> xs = record[layout.View.X], ys = record[layout.View.Y];
        (x, y, length) = (0, 0, 0);
        for (int i = 0; i < xs.Length; i++)
        {
            x += xs[i] / xs.Length;
            y += ys[i] / xs.Length;
            if (i > 0) length += Math.Sqrt((xs[i] - xs[i - 1]) * (xs[i] - xs[i - 1]) + (ys[i] - ys[i - 1]) * (ys[i] - ys[i - 1]));
        }
        length *= xs.Length / (xs.Length - 1.0);        // half a segment beyond the centers at each end
        last = time;
        if (double.IsNaN(since)) Restart();
    }

    /// <summary>Counts from the last sample on.</summary>
    public void Restart() => (since, fromX, fromY) = (last, x, y);
}
