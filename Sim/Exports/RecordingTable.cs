using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Exports;

/// <summary>A channel of a recording as a table.</summary>
/// <param name="Name">The channel, and the file without its ending.</param>
/// <param name="Columns">The table's columns.</param>
/// <param name="Rows">Writes the cells of a row each time it is moved on.</param>
/// <param name="EveryTick">Whether it has a row for every tick.</param>
public sealed record RecordingTable(
    string Name, Func<RecordedRun, IReadOnlyList<ExportColumn>> Columns, Func<RecordedRun, ITableWriter, IEnumerable<bool>> Rows, bool EveryTick = false)
{
    /// <summary>Those that there are.</summary>
    public static IReadOnlyList<RecordingTable> All { get; } =
    [
        new("inputs", InputTables.InputColumns, InputTables.InputRows, EveryTick: true),
        new("digest", InputTables.DigestColumns, InputTables.DigestRows, EveryTick: true),
        new("state", StateTable.Columns, StateTable.Rows),
        new("gait", StatisticsTables.GaitColumns, StatisticsTables.GaitRows),
        new("loop", StatisticsTables.LoopColumns, StatisticsTables.LoopRows),
        new("events", StatisticsTables.EventColumns, StatisticsTables.EventRows),
        new("parameters", ParametersTable.Columns, ParametersTable.Rows),
    ];

    /// <summary>The column in which rows say their tick, and the one that says when it began or ended, s.</summary>
    internal static IReadOnlyList<ExportColumn> Time { get; } = [new("tick", CellKind.Whole), new("t", CellKind.Number)];

    /// <summary>Columns of one kind.</summary>
    internal static IEnumerable<ExportColumn> Of(CellKind kind, IEnumerable<string> names) => names.Select(name => new ExportColumn(name, kind));
}
