using Locomotion.Sim.Running;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>A run's summary for people.</summary>
internal static class SummaryTable
{
    private static readonly string[] Columns =
    [
        "time\ns", "settled\nafter s", "speed\nBL/s", "speed\nBL/cycle", "frequency\nHz", "leg lag\ncycles", "left-right\ncycles",
        "trunk\nrad", "trunk\nwaves", "folded\n%", "power\nmW",
    ];

    public static void Write(IAnsiConsole console, RunSummary summary)
    {
        Table table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(summary.Scenario)}[/], {summary.Seconds:0.###} s, seed {summary.Seed}");
        table.AddColumn("phase");
        foreach (string column in Columns) table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (PhaseSummary phase in summary.Phases)
        {
            Transition? transition = summary.Transitions.FirstOrDefault(transition => transition.CommandedS == phase.StartS);    // none into a phase that a snapshot stands in
            double? settled = transition?.SettledS - phase.StartS;
            table.AddRow(
                Markup.Escape(phase.Name),
                $"{phase.StartS:0.0} – {phase.EndS:0.0}",
                transition is null ? "–" : settled is null ? "[yellow]not yet[/]" : $"[green]{settled:0.00}[/]",
                Number(phase.SpeedBlPerS, "0.00"),
                Number(phase.SpeedBlPerCycle, "0.00"),
                Number(phase.FrequencyHz, "0.00"),
                Number(phase.LegWaveLagCycles, "0.000"),
                Number(phase.LeftRightPhase, "0.00"),
                Number(phase.TrunkAmplitudeRad, "0.000"),
                phase.TrunkWaveNumber is { } waves ? $"{waves:0.0}" : "–",
                Number(phase.FoldedFraction * 100, "0"),
                Number(phase.PowerW * 1000, "0.0"));
        }
        console.Write(table);
        int settledPhases = summary.Transitions.Count(transition => transition.SettledS is not null);
        console.MarkupLineInterpolated(
            $"{settledPhases} of {summary.Transitions.Count} phases settled; {summary.RealtimeFactor:0} times real time, {summary.StepUs.P50:0.0} µs a step (median), {summary.AllocatedBytesPerStep:0.###} bytes allocated a step; digest {summary.Digest}");
    }

    private static string Number(double? value, string format) => value?.ToString(format) ?? "–";
}
