using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The run on a map: water, the path of the center of mass in the colours of the phases, the body at regular instants.</summary>
internal sealed class PathMap(RecordedRun run, PathFrame frame) : Drawing
{
    private const double BodiesPerLength = 0.4;    // bodies drawn for each body length of path
    private const int FewestBodies = 4, MostBodies = 30;
    private const double Closest = 1.15;            // bodies between two that are drawn, by their longer side
    private const double Moved = 0.3;               // body lengths from which the end of a short path is drawn too

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        SKPoint center = new(PixelX(frame.CenterX), PixelY(frame.CenterY));
        WorldView view = WorldView.Around(frame.CenterX, frame.CenterY, 0, center, frame.PixelsPerMetre);
        WaterShade.Draw(canvas, run.Scenario.Habitat, view);
        DrawPath(canvas);
        MapLabels labels = new(run, view);
        labels.AvoidPath();
        double[] times = [.. Apart(NiceNumbers.Every(Interval(), run.Start, run.End))];
        foreach (double time in times)
        {
            BodyArtist.Draw(canvas, run, run.Sample(time), view, Palette.Of(run.PhaseAt(time).Kind));
            labels.AvoidBody(run.Sample(time));
        }
        foreach (double time in times)
            labels.Write(canvas, run.Sample(time), $"{NiceNumbers.Text(Math.Round(time, 2))} s");
    }

    /// <summary>A round time between bodies, so that they stand at most about two lengths apart, s.</summary>
    private double Interval()
    {
        double path = 0;
        for (int k = 1; k < run.Trajectory.Count; k++)
            path += Distance(Center(k - 1), Center(k));
        double bodies = Math.Clamp(path / run.Shape.Length * BodiesPerLength, FewestBodies, MostBodies);
        return NiceNumbers.AtMost((run.End - run.Start) / bodies);
    }

    /// <summary>Of these times, those whose body does not lie over one already chosen.</summary>
    private IEnumerable<double> Apart(IEnumerable<double> times)
    {
        List<(double X, double Y)> chosen = [];
        double far = Closest * Math.Max(run.Shape.Length, run.Shape.Width + 2 * run.Shape.LegLength);
        foreach (double time in times)
        {
            (double x, double y) = Center(run.Sample(time));
            if (chosen.Exists(other => Distance(other, (x, y)) < far)) continue;
            chosen.Add((x, y));
            yield return time;
        }
        if (chosen.Count == 1 && Distance(chosen[0], Center(run.Trajectory.Count - 1)) > Moved * run.Shape.Length) yield return run.End;
    }

    private (double X, double Y) Center(int k) => (run.Trajectory.Whole(k, WholeSignal.X), run.Trajectory.Whole(k, WholeSignal.Y));

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private void DrawPath(SKCanvas canvas)
    {
        using SKPaint paint = new() { IsStroke = true, StrokeWidth = 1.6f, IsAntialias = true, StrokeCap = SKStrokeCap.Round };
        foreach (PhaseSpan phase in run.Phases)
        {
            using SKPath path = new();
            int from = run.Sample(phase.Start), to = run.Sample(phase.End);
            for (int k = from; k <= to; k++)
            {
                SKPoint point = new(PixelX(Center(k).X), PixelY(Center(k).Y));
                if (k == from) path.MoveTo(point);
                else path.LineTo(point);
            }
            paint.Color = Palette.Of(phase.Kind);
            canvas.DrawPath(path, paint);
        }
    }
}
