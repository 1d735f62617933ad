using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>The phases as a row of coloured blocks with their names, over a stretch of time.</summary>
internal static class PhaseRibbon
{
    /// <summary>Height of a ribbon, px.</summary>
    public const float Height = 20;

    private const float TextSize = 12;

    /// <summary>Draws the ribbon above <paramref name="data"/>, whose width shows <paramref name="window"/>.</summary>
    public static void Add(Sheet sheet, RecordedRun run, SKRect data, TimeWindow window)
    {
        SKRect ribbon = new(data.Left, data.Top - Height - 3, data.Right, data.Top - 3);
        foreach (PhaseSpan phase in run.Phases.Where(phase => window.Meets(phase.Start, phase.End)))
        {
            SKRect block = new(At(phase.Start), ribbon.Top, At(phase.End), ribbon.Bottom);
            string name = Lettering.Fit(phase.Name, TextSize, block.Width - 8, bold: true);
            sheet.Add(canvas =>
            {
                using SKPaint paint = new() { Color = Palette.Of(phase.Kind), IsAntialias = true };
                canvas.DrawRect(block, paint);
                canvas.Write(name, block.MidX, block.MidY + 4.3f, TextSize, Palette.On(phase.Kind), SKTextAlign.Center, bold: true);
            });
        }

        float At(double time) =>
            (float)Math.Clamp(ribbon.Left + (time - window.From) / window.Seconds * ribbon.Width, ribbon.Left, ribbon.Right);
    }
}
