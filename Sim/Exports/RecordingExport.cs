using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Exports;

/// <summary>Writes channels of a recording as tables: all of them whole, or none.</summary>
/// <param name="run">The recording.</param>
/// <param name="shareRead">How far in the recording the last reading was, 0 to 1.</param>
/// <param name="format">How.</param>
/// <param name="stop">Ends it, with nothing written.</param>
public sealed class RecordingExport(RecordedRun run, Func<double> shareRead, ExportFormat format, CancellationToken stop)
{
    private const int RowsBetweenReports = 1024;

    /// <summary>Writes them into a folder, which is made if need be; files of the same names are replaced.</summary>
    /// <param name="tables">Which.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="InvalidInputException">The recording is damaged, or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<ExportedTable> Write(IReadOnlyList<RecordingTable> tables, string folder, Action<double> progress)
    {
        try
        {
            using PendingFiles files = new(folder);
            List<ExportedTable> written = [];
            foreach (RecordingTable table in tables)
            {
                int done = written.Count;
                written.Add(Write(table, files, share => progress((done + share) / tables.Count)));
            }
            files.Keep();
            return written;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidInputException("Folder", $"'{folder}'", $"cannot be written to ({fault.Message.TrimEnd('.')})", "check path, permissions and space");
        }
    }

    private ExportedTable Write(RecordingTable table, PendingFiles files, Action<double> progress)
    {
        IReadOnlyList<ExportColumn> columns = table.Columns(run);
        string name = $"{table.Name}.{Naming.Word(format)}";
        using FileStream file = files.Open(name);
        using ITableWriter writer = format == ExportFormat.Csv ? new CsvTableWriter(file, columns) : new ParquetTableWriter(file, columns);
        long rows = 0;
        foreach (bool _ in table.Rows(run, writer))
        {
            writer.EndRow();
            if (++rows % RowsBetweenReports == 0) progress(shareRead());
            stop.ThrowIfCancellationRequested();
        }
        writer.Finish();
        progress(1);
        return new ExportedTable(Path.Combine(files.Folder, name), rows, columns.Count, table.EveryTick && rows <= run.Last().Tick - run.FirstTick);
    }
}
