using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The run on a map: water, the path of the center of mass in the colours of the phases, the body at regular instants.</summary>
internal sealed class PathMap(RecordedRun run, PathFrame frame) : Drawing
{
    private const double BodiesPerLength = 0.4;    // bodies drawn for each body length of path
    private const int FewestBodies = 4, MostBodies = 30;
    private const double Closest = 1.15;            // body lengths between two that are drawn

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
            labels.Write(canvas, run.Sample(time), $"{NiceNumbers.Text(time)} s");
    }

    /// <summary>A round time between bodies, so that they stand at most about two lengths apart, s.</summary>
    private double Interval()
    {
        Trajectory trajectory = run.Trajectory;
        double path = 0;
        for (int k = 1; k < trajectory.Count; k++)
        {
            path += Math.Sqrt(Math.Pow(trajectory.Whole(k, WholeSignal.X) - trajectory.Whole(k - 1, WholeSignal.X), 2)
                + Math.Pow(trajectory.Whole(k, WholeSignal.Y) - trajectory.Whole(k - 1, WholeSignal.Y), 2));
        }
        double bodies = Math.Clamp(path / run.Shape.Length * BodiesPerLength, FewestBodies, MostBodies);
        return NiceNumbers.AtMost((run.End - run.Start) / bodies);
    }

    /// <summary>Of these times, those whose body does not lie over one already chosen.</summary>
    private IEnumerable<double> Apart(IEnumerable<double> times)
    {
        List<(double X, double Y)> chosen = [];
        foreach (double time in times)
        {
            int k = run.Sample(time);
            double x = run.Trajectory.Whole(k, WholeSignal.X), y = run.Trajectory.Whole(k, WholeSignal.Y), far = Closest * run.Shape.Length;
            if (chosen.Exists(other => Math.Pow(other.X - x, 2) + Math.Pow(other.Y - y, 2) < far * far)) continue;
            chosen.Add((x, y));
            yield return time;
        }
    }

    private void DrawPath(SKCanvas canvas)
    {
        using SKPaint paint = new() { IsStroke = true, StrokeWidth = 1.6f, IsAntialias = true, StrokeCap = SKStrokeCap.Round };
        foreach (PhaseSpan phase in run.Phases)
        {
            using SKPath path = new();
            int from = run.Sample(phase.Start), to = run.Sample(phase.End);
            for (int k = from; k <= to; k++)
            {
                SKPoint point = new(PixelX(run.Trajectory.Whole(k, WholeSignal.X)), PixelY(run.Trajectory.Whole(k, WholeSignal.Y)));
                if (k == from) path.MoveTo(point);
                else path.LineTo(point);
            }
            paint.Color = Palette.Of(phase.Kind);
            canvas.DrawPath(path, paint);
        }
    }
}
