using System.IO.Hashing;
using System.Text;
using Locomotion.Sim.Exports;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Sweeps;

/// <summary>Writes a sweep's table as files. They follow from the results alone: whoever ran the cases, and in what order, the bytes are the same.</summary>
public static class ResultFiles
{
    /// <summary>The table as Apache Parquet, with its provenance in the file's metadata.</summary>
    public const string Parquet = "results.parquet";

    /// <summary>The table as comma-separated text.</summary>
    public const string Csv = "results.csv";

    /// <summary>Writes both into a folder, all at once; returns the number of rows.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static long Write(SweepDesign design, SweepTable table, string folder)
    {
        using PendingFiles files = new(folder);
        long rows;
        ExportColumn[] columns = [.. table.Columns.Select(column => new ExportColumn(column.Name, column.Kind))];
        using (FileStream parquet = files.Open(Parquet), csv = files.Open(Csv))
        {
            using ParquetTableWriter first = new(parquet, columns, metadata: Provenance(design));
            using CsvTableWriter second = new(csv, columns);
            rows = Write(table.Rows(), table.Columns, first, second);
        }
        files.Keep();
        return rows;
    }

    /// <summary>Writes rows to each of <paramref name="writers"/>; returns how many.</summary>
    public static long Write(IEnumerable<object?[]> rows, IReadOnlyList<SweepColumn> columns, params ITableWriter[] writers)
    {
        long count = 0;
        foreach (object?[] row in rows)
        {
            count++;
            foreach (ITableWriter writer in writers)
            {
                for (int k = 0; k < columns.Count; k++) Write(writer, columns[k].Kind, row[k]);
                writer.EndRow();
            }
        }
        foreach (ITableWriter writer in writers) writer.Finish();
        return count;
    }

    /// <summary>Program and design; no time and no machine, on which no result depends.</summary>
    private static Dictionary<string, string> Provenance(SweepDesign design) => new()
    {
        ["program"] = "locomotion",
        ["version"] = Telemetry.Recording.Provenance.Number,
        ["commit"] = Telemetry.Recording.Provenance.Commit,
        ["identity"] = ProgramIdentity.Text,
        ["design"] = design.Json,
        ["design_xxh128"] = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(design.Json))),
    };

    private static void Write(ITableWriter writer, CellKind kind, object? cell)
    {
        switch (kind)
        {
            case CellKind.Whole: writer.Whole((long)cell!); break;
            case CellKind.Number: writer.Number((double)cell!); break;
            case CellKind.OptionalNumber: writer.Optional((double?)cell); break;
            case CellKind.Truth: writer.Truth((bool)cell!); break;
            default: writer.Text((string?)cell ?? ""); break;
        }
    }
}
