using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Descending signals over time as filled steps, one row each, the first at the top.</summary>
internal sealed class CommandSteps(RecordedRun run, IReadOnlyList<WholeSignal> signals) : Drawing
{
    /// <summary>Height of a row without its gap.</summary>
    public const double Full = 0.72;

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        using SKPaint fill = new() { Color = Palette.Mix(Palette.Paper, Palette.Ink, 0.22), IsAntialias = true };
        using SKPaint line = new() { Color = Palette.Ink, IsStroke = true, StrokeWidth = 1.2f, IsAntialias = true };
        using SKPaint grid = new() { Color = Palette.Hairline, IsStroke = true, StrokeWidth = 1 };
        for (int row = 0; row < signals.Count; row++)
        {
            float zero = PixelY(row + 0.5 + Full / 2), full = PixelY(row + 0.5 - Full / 2);
            bool signed = signals[row] == WholeSignal.Turn;
            float rest = signed ? (zero + full) / 2 : zero;
            using SKPath path = Steps(signals[row], rest, signed ? (full - zero) / 2 : full - zero);
            canvas.DrawLine(PixelX(run.Start), rest, PixelX(run.End), rest, grid);
            canvas.DrawPath(path, fill);
            canvas.DrawPath(path, line);
        }
    }

    private SKPath Steps(WholeSignal signal, float rest, float one)
    {
        Trajectory trajectory = run.Trajectory;
        SKPath path = new();
        path.MoveTo(PixelX(run.Start), rest);
        double shown = 0;
        for (int k = 0; k < trajectory.Count; k++)
        {
            double value = trajectory.Whole(k, signal);
            if (value == shown) continue;
            path.LineTo(PixelX(trajectory.Time(k)), rest + (float)shown * one);
            path.LineTo(PixelX(trajectory.Time(k)), rest + (float)value * one);
            shown = value;
        }
        path.LineTo(PixelX(run.End), rest + (float)shown * one);
        path.LineTo(PixelX(run.End), rest);
        return path;
    }
}
