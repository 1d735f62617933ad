using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>What the higher centers commanded: drive, release, swim, and turn if there was any, each from 0 to 1.</summary>
internal static class CommandPanel
{
    /// <summary>Height of one signal's row, px.</summary>
    public const float RowHeight = 20;

    /// <summary>Height of the panel, px.</summary>
    public static float Height(RecordedRun run) => Signals(run).Length * RowHeight;

    /// <summary>Adds one to the sheet.</summary>
    public static void Add(Sheet sheet, SKRect data, RecordedRun run)
    {
        WholeSignal[] signals = Signals(run);
        Panel panel = new(sheet, data, (run.Start, run.End), (signals.Length, 0));
        panel.HideFrame();
        panel.Add(new CommandSteps(run, signals));
        panel.TicksX("time, s");
        for (int row = 0; row < signals.Length; row++)
        {
            string name = signals[row].ToString().ToLowerInvariant();
            float y = data.Top + (row + 0.5f) * RowHeight + 4.3f;
            sheet.Add(canvas => canvas.Write(name, data.Left - 8, y, 12, Palette.Text, SKTextAlign.Right));
        }
    }

    private static WholeSignal[] Signals(RecordedRun run)
    {
        bool turns = Enumerable.Range(0, run.Trajectory.Count).Any(k => run.Trajectory.Whole(k, WholeSignal.Turn) != 0);
        WholeSignal[] always = [WholeSignal.Drive, WholeSignal.Release, WholeSignal.Swim];
        return turns ? [.. always, WholeSignal.Turn] : always;
    }
}
