using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Exports;

/// <summary>What decided each tick, and the hashes of the state it led to: a row a tick, up to the end or to the first gap.</summary>
internal static class InputTables
{
    /// <summary>tick; t, when it began, s; the command, halt being 0 or 1; what was felt; the chained digest at its end as 16 hexadecimal digits.</summary>
    public static IReadOnlyList<ExportColumn> InputColumns(RecordedRun run) =>
    [
        .. RecordingTable.Time, .. RecordingTable.Of(CellKind.Number, ["drive", "release", "swim", "turn"]), new("halt", CellKind.Whole),
        .. RecordingTable.Of(CellKind.Number, SenseTable.Names(run.Setup.Segments)), new("chain", CellKind.Text),
    ];

    public static IEnumerable<bool> InputRows(RecordedRun run, ITableWriter writer)
    {
        double period = run.Setup.Timing.Period;
        foreach (RecordedTick tick in run.Ticks())
        {
            writer.Whole(tick.Tick);
            writer.Number(tick.Tick * period);
            writer.Number(tick.Command.Drive);
            writer.Number(tick.Command.Release);
            writer.Number(tick.Command.Swim);
            writer.Number(tick.Command.Turn);
            writer.Whole(tick.Command.Halts ? 1 : 0);
            foreach (double felt in tick.FeltBefore) writer.Number(felt);
            writer.Text(tick.Chain.ToString("x16"));
            yield return true;
        }
    }

    /// <summary>tick; t, when it ended, s; the chained digest; a byte of the hash of each field of the state, 0 to 255.</summary>
    public static IReadOnlyList<ExportColumn> DigestColumns(RecordedRun run) =>
        [.. RecordingTable.Time, new("chain", CellKind.Text), .. RecordingTable.Of(CellKind.Whole, run.FieldNames)];

    public static IEnumerable<bool> DigestRows(RecordedRun run, ITableWriter writer)
    {
        double period = run.Setup.Timing.Period;
        foreach (RecordedTick tick in run.Ticks())
        {
            writer.Whole(tick.Tick);
            writer.Number((tick.Tick + 1) * period);
            writer.Text(tick.Chain.ToString("x16"));
            foreach (byte hash in tick.Fields) writer.Whole(hash);
            yield return true;
        }
    }
}
