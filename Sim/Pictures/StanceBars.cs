using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Which leg stands when: a bar while the foot carries load, blue behind a wet segment, a line through a folded leg.</summary>
internal sealed class StanceBars(RecordedRun run, GaitRows rows, TimeWindow window) : Drawing
{
    /// <summary>Wetness and fold from which a segment counts as wet, a leg as folded.</summary>
    public const double Half = 0.5;

    /// <inheritdoc/>
    protected override void Draw(SKCanvas canvas)
    {
        float thick = rows.RowHeight >= 2.5f ? 0.74f : 1;
        FillRows(canvas);
        Fill(canvas, Palette.Wet, 1, _ => SegmentSignal.Wetness, Half);
        Fill(canvas, Palette.Folded, Math.Min(0.16f, 1 / rows.RowHeight), _ => SegmentSignal.Fold, Half);
        Fill(canvas, Palette.Ink, thick, left => left ? SegmentSignal.LoadLeft : SegmentSignal.LoadRight, GaitMeter.StanceLoad);
    }

    private void FillRows(SKCanvas canvas)
    {
        using SKPaint paint = new() { Color = Palette.Row };
        foreach (bool left in new[] { true, false })
        {
            float top = PixelY(rows.Top(left, 0)), bottom = PixelY(rows.Top(left, rows.Shown));
            canvas.DrawRect(new SKRect(PixelX(window.From), top, PixelX(window.To), bottom), paint);
        }
    }

    /// <summary>All spells of a signal as one shape, so that neighbours leave no seam; <paramref name="share"/> is of the row's height.</summary>
    private void Fill(SKCanvas canvas, SKColor color, float share, Func<bool, SegmentSignal> signal, double threshold)
    {
        using SKPath path = new();
        foreach (bool left in new[] { true, false })
        {
            for (int row = 0; row < rows.Shown; row++)
            {
                double middle = rows.Top(left, row) + 0.5;
                float top = PixelY(middle - share / 2), bottom = PixelY(middle + share / 2);
                foreach (Spell spell in Spell.Of(run, rows.Segment(row), signal(left), threshold, window))
                    path.AddRect(new SKRect(PixelX(spell.From), top, PixelX(spell.To), bottom));
            }
        }
        using SKPaint paint = new() { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }
}
