using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Sim.Exports;

/// <summary>What is told once a second, and what happened. t is when the tick ended, s.</summary>
internal static class StatisticsTables
{
    public static IReadOnlyList<ExportColumn> GaitColumns(RecordedRun run) =>
    [
        .. RecordingTable.Time,
        .. RecordingTable.Of(CellKind.Number, ["leg_frequency_hz", "trunk_frequency_hz", "leg_wave_lag_cycles", "leg_wave_coherence", "left_right_phase",
            "trunk_wave_lag_cycles", "trunk_wave_coherence", "folded_fraction"]),
    ];

    public static IEnumerable<bool> GaitRows(RecordedRun run, ITableWriter writer)
    {
        foreach ((_, Gait gait) in run.Messages(Topics.Gait, Gait.Parser))
        {
            Begin(run, writer, gait.Tick);
            writer.Number(gait.LegFrequencyHz);
            writer.Number(gait.TrunkFrequencyHz);
            writer.Number(gait.LegWaveLagCycles);
            writer.Number(gait.LegWaveCoherence);
            writer.Number(gait.LeftRightPhase);
            writer.Number(gait.TrunkWaveLagCycles);
            writer.Number(gait.TrunkWaveCoherence);
            writer.Number(gait.FoldedFraction);
            yield return true;
        }
    }

    public static IReadOnlyList<ExportColumn> LoopColumns(RecordedRun run) =>
    [
        .. RecordingTable.Time, new("ticks", CellKind.Whole), .. RecordingTable.Of(CellKind.Number, ["tick_us_p50", "tick_us_p99", "tick_us_max", "ring_fill"]),
        .. RecordingTable.Of(CellKind.Whole, ["lost_inputs", "lost_frames", "missed_deadlines"]),
    ];

    public static IEnumerable<bool> LoopRows(RecordedRun run, ITableWriter writer)
    {
        foreach ((_, LoopStatistics loop) in run.Messages(Topics.Loop, LoopStatistics.Parser))
        {
            Begin(run, writer, loop.Tick);
            writer.Whole(loop.Ticks);
            writer.Number(loop.TickUsP50);
            writer.Number(loop.TickUsP99);
            writer.Number(loop.TickUsMax);
            writer.Number(loop.RingFill);
            writer.Whole((long)loop.LostInputs);
            writer.Whole((long)loop.LostFrames);
            writer.Whole((long)loop.MissedDeadlines);
            yield return true;
        }
    }

    public static IReadOnlyList<ExportColumn> EventColumns(RecordedRun run) =>
        [.. RecordingTable.Time, new("kind", CellKind.Text), new("count", CellKind.Whole), new("text", CellKind.Text)];

    public static IEnumerable<bool> EventRows(RecordedRun run, ITableWriter writer)
    {
        foreach ((_, Event happened) in run.Messages(Topics.Events, Event.Parser))
        {
            Begin(run, writer, happened.Tick);
            writer.Text(Naming.Word(happened.Kind).Replace('-', '_'));
            writer.Whole((long)happened.Count);
            writer.Text(happened.Text);
            yield return true;
        }
    }

    private static void Begin(RecordedRun run, ITableWriter writer, ulong tick)
    {
        writer.Whole((long)tick);
        writer.Number((tick + 1) * run.Setup.Timing.Period);
    }
}
