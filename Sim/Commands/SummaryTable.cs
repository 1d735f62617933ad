using Locomotion.Sim.Running;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>A run's summary for people.</summary>
internal static class SummaryTable
{
    public static void Write(IAnsiConsole console, RunSummary summary)
    {
        Table table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(summary.Scenario)}[/], {summary.Seconds:0.###} s, seed {summary.Seed}");
        table.AddColumn("phase");
        foreach (string column in new[] { "from", "to", "settled after", "speed", "", "frequency", "leg lag", "left-right", "trunk", "trunk wave", "folded", "power" })
            table.AddColumn(new TableColumn(column).RightAligned());
        for (int k = 0; k < summary.Phases.Count; k++)
        {
            PhaseSummary phase = summary.Phases[k];
            double? settled = summary.Transitions[k].SettledS - phase.StartS;
            table.AddRow(
                Markup.Escape(phase.Name),
                $"{phase.StartS:0.0} s",
                $"{phase.EndS:0.0} s",
                settled is null ? "[yellow]not settled[/]" : $"[green]{settled:0.00} s[/]",
                Number(phase.SpeedBlPerS, "0.00", "BL/s"),
                Number(phase.SpeedBlPerCycle, "0.00", "BL/cycle"),
                Number(phase.FrequencyHz, "0.00", "Hz"),
                Number(phase.LegWaveLagCycles, "0.000"),
                Number(phase.LeftRightPhase, "0.00"),
                Number(phase.TrunkAmplitudeRad, "0.000", "rad"),
                phase.TrunkWaveNumber is { } waves ? $"{waves:0.0} {phase.TrunkWaveDirection}" : "–",
                Number(phase.FoldedFraction * 100, "0", "%"),
                Number(phase.PowerW * 1000, "0.0", "mW"));
        }
        console.Write(table);
        int settledPhases = summary.Transitions.Count(transition => transition.SettledS is not null);
        console.MarkupLineInterpolated(
            $"{settledPhases} of {summary.Phases.Count} phases settled; {summary.RealtimeFactor:0} times real time, {summary.StepUs.P50:0.0} µs a step (median), {summary.AllocatedBytesPerStep:0.###} bytes allocated a step; digest {summary.Digest}");
    }

    private static string Number(double? value, string format, string unit = "") =>
        value is { } number ? $"{number.ToString(format)} {unit}".TrimEnd() : "–";
}
