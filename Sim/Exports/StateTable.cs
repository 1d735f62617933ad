using Google.Protobuf.Collections;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Sim.Exports;

/// <summary>What there is to see: a row a viewing frame, with every part numbered from the head, legs left, right.</summary>
internal static class StateTable
{
    private static readonly (string Name, Func<State, RepeatedField<float>> Cells)[] Parts =
    [
        ("leg_phase", state => state.LegPhase), ("trunk_phase", state => state.TrunkPhase), ("fold", state => state.Fold), ("message", state => state.Message),
        ("excitation", state => state.Excitation), ("foot_load", state => state.FootLoad), ("wetness", state => state.Wetness), ("bend", state => state.Bend),
        ("bend_command", state => state.BendCommand), ("leg_yaw_command", state => state.LegYawCommand), ("leg_lift_command", state => state.LegLiftCommand),
        ("x", state => state.X), ("y", state => state.Y), ("heading", state => state.Heading),
    ];

    /// <summary>tick; t, when it ended, s; then as many of each part as the first frame has, which on a robot is no pose.</summary>
    public static IReadOnlyList<ExportColumn> Columns(RecordedRun run)
    {
        State first = run.Messages(Topics.State, State.Parser).Select(message => message.Message).FirstOrDefault() ?? new State();
        return
        [
            .. RecordingTable.Time,
            .. Parts.SelectMany(part => RecordingTable.Of(CellKind.Coarse, Enumerable.Range(0, part.Cells(first).Count).Select(k => $"{part.Name}_{k}"))),
        ];
    }

    public static IEnumerable<bool> Rows(RecordedRun run, ITableWriter writer)
    {
        int[]? counts = null;
        foreach ((_, State state) in run.Messages(Topics.State, State.Parser))
        {
            counts ??= [.. Parts.Select(part => part.Cells(state).Count)];
            writer.Whole((long)state.Tick);
            writer.Number(state.Time);
            for (int k = 0; k < Parts.Length; k++)
            {
                RepeatedField<float> cells = Parts[k].Cells(state);
                if (cells.Count != counts[k])
                {
                    throw new InvalidInputException(run.Name, $"the frame of tick {state.Tick}", $"has {cells.Count} numbers in '{Parts[k].Name}', the first one {counts[k]}",
                        "the file is damaged; `locomotion recover` keeps what is whole");
                }
                foreach (float cell in cells) writer.Coarse(cell);
            }
            yield return true;
        }
    }
}
