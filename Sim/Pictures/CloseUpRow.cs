using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>A row of close-ups at one scale from the middles of the phases; of few phases, several in the course of a cycle.</summary>
internal static class CloseUpRow
{
    private const int Fewest = 4, Most = 6;
    private const float Gap = 14, HeadRoom = 24;

    /// <summary>Adds the row, which fills <paramref name="place"/>.</summary>
    public static void Add(Sheet sheet, RecordedRun run, SKRect place)
    {
        (PhaseSpan Phase, double Time)[] instants = [.. Instants(run)];
        float width = (place.Width - (instants.Length - 1) * Gap) / instants.Length;
        float scale = CloseUp.Scale(run, width, place.Height - HeadRoom);
        for (int p = 0; p < instants.Length; p++)
        {
            SKRect box = SKRect.Create(place.Left + p * (width + Gap), place.Top + HeadRoom, width, place.Height - HeadRoom);
            Add(sheet, run, instants[p].Phase, instants[p].Time, box, scale);
            if (p == instants.Length - 1)
                sheet.Add(canvas => ScaleBar.Draw(canvas, scale, box.Right - 10, box.Bottom - 8, width / 4, SKTextAlign.Right));
        }
    }

    private static void Add(Sheet sheet, RecordedRun run, PhaseSpan phase, double time, SKRect box, float scale)
    {
        string at = $"at {time:F2} s";
        string name = Lettering.Fit(phase.Name, 12, box.Width - Lettering.Width(at, 12) - 8, bold: true);
        sheet.Add(canvas =>
        {
            using SKPaint paint = new() { Color = Palette.Of(phase.Kind) };
            canvas.DrawRect(new SKRect(box.Left, box.Top - 3, box.Right, box.Top), paint);
            canvas.Write(name, box.Left, box.Top - 9, 12, Palette.Ink, bold: true);
            canvas.Write(at, box.Right, box.Top - 9, 12, Palette.Muted, SKTextAlign.Right);
            CloseUp.Draw(canvas, run, time, box, scale);
        });
    }

    private static IEnumerable<(PhaseSpan Phase, double Time)> Instants(RecordedRun run)
    {
        PhaseSpan[] phases = [.. run.Phases.OrderByDescending(phase => phase.Seconds).Take(Most).OrderBy(phase => phase.Start)];
        int each = Math.Max(1, Fewest / phases.Length);
        foreach (PhaseSpan phase in phases)
        {
            for (int k = 0; k < each; k++)
                yield return (phase, Math.Min(phase.Middle + k * phase.Cycle / each, run.End));
        }
    }
}
