using Locomotion.Sim.Metrics;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>One gait on a card: the body in the course of a cycle at the left, legs and trunk over a few cycles at the right.</summary>
internal static class GaitCardPicture
{
    private const float Width = 1200, Height = 700, Top = 104, Bottom = 644, BodyLeft = 24, BodyRight = 540, Left = 630, Right = 1096;
    private const double Seconds = 1.5, FewestCycles = 2.5;

    /// <summary>Draws it, from the second half of the longest phase.</summary>
    public static Sheet Draw(RecordedRun run)
    {
        PhaseSpan phase = run.Phases.MaxBy(phase => phase.Seconds);
        double seconds = FewestCycles * phase.Cycle <= Seconds ? Seconds : NiceNumbers.AtLeast(FewestCycles * phase.Cycle);
        TimeWindow window = run.Around(phase.Start + 0.75 * phase.Seconds, seconds);
        Sheet sheet = new(Width, Height);
        sheet.Title(run.Scenario.Name, run.Scenario.Description);
        AddNumbers(sheet, run, phase);

        CycleStrip.Add(sheet, run, phase, window.From, new SKRect(BodyLeft, Top - PhaseRibbon.Height - 3, BodyRight, Bottom));
        SKRect legs = new(Left, Top, Right, Top + 330), trunk = new(Left, legs.Bottom + 16, Right, Bottom);
        PhaseRibbon.Add(sheet, run, legs, window);
        GaitPanel.Add(sheet, legs, run, window, time: null);
        KymographPanel.Add(sheet, trunk, run, window, BendMap.Largest(run));
        GaitKey.AddDown(sheet, run, Right + 14, legs.Top + 8);
        return sheet;
    }

    /// <summary>Writes how fast the gait is, measured over the second half of the phase.</summary>
    private static void AddNumbers(Sheet sheet, RecordedRun run, PhaseSpan phase)
    {
        GaitMetrics gait = GaitMeter.Measure(run.Trajectory, run.Shape, run.Sample(phase.Middle), run.Sample(phase.End));
        (double? Value, string Unit)[] numbers =
        [
            (gait.SpeedBlPerS, "body lengths/s"), (gait.SpeedBlPerCycle, "per cycle"), (gait.FrequencyHz, "Hz"),
        ];
        string line = string.Join("   ·   ", numbers.Where(number => number.Value is not null)
            .Select(number => $"{number.Value:F2} {number.Unit}"));
        sheet.Add(canvas => canvas.Write(line, Width - 24, 37, 15, Palette.Text, SKTextAlign.Right, bold: true));
    }
}
