using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The names of the phases with their colours, in a line.</summary>
internal static class PhaseKey
{
    private const float Size = 12;

    /// <summary>Adds the line, ending at (<paramref name="right"/>, <paramref name="y"/>).</summary>
    public static void Add(Sheet sheet, RecordedRun run, float right, float y) => sheet.Add(canvas =>
    {
        using SKPaint paint = new() { IsAntialias = true };
        float x = right;
        foreach (PhaseSpan phase in run.Phases.DistinctBy(phase => (phase.Name, phase.Kind)).Take(7).Reverse())
        {
            string name = Lettering.Fit(phase.Name, Size, 160);
            x -= Lettering.Width(name, Size);
            canvas.Write(name, x, y + 4, Size, Palette.Muted);
            paint.Color = Palette.Of(phase.Kind);
            canvas.DrawRoundRect(SKRect.Create(x - 28, y - 4, 22, 8), 2, 2, paint);
            x -= 46;
        }
    });
}
