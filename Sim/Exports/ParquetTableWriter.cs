using Parquet;
using Parquet.Schema;

namespace Locomotion.Sim.Exports;

/// <summary>A table as Apache Parquet, in groups of rows of which one at a time is held.</summary>
public sealed class ParquetTableWriter : ITableWriter
{
    private const int MostRows = 1 << 18, CellBytes = 8;
    private readonly ParquetColumn[] columns;
    private readonly ParquetWriter writer;
    private readonly int rowsInGroup;
    private int column, rows;
    private bool closed;

    /// <summary>Writes the head of the file.</summary>
    /// <param name="stream">It remains the caller's, and must be able to seek.</param>
    /// <param name="table">The columns.</param>
    /// <param name="groupBytes">About how many bytes of numbers a group of rows holds.</param>
    /// <param name="metadata">What the file says of itself.</param>
    public ParquetTableWriter(Stream stream, IReadOnlyList<ExportColumn> table, int groupBytes = 16 << 20, IReadOnlyDictionary<string, string>? metadata = null)
    {
        rowsInGroup = Math.Clamp(groupBytes / CellBytes / table.Count, 1, MostRows);
        columns = [.. table.Select(Made)];
        writer = ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(made => made.Field)), stream).GetAwaiter().GetResult();
        if (metadata is not null) writer.CustomMetadata = metadata;
    }

    /// <inheritdoc/>
    public void Whole(long value) => ((ParquetNumbers<long>)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void Number(double value) => ((ParquetNumbers<double>)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void Coarse(float value) => ((ParquetNumbers<float>)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void Text(string value) => ((ParquetTexts)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void Optional(double? value) => ((ParquetOptionals)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void Truth(bool value) => ((ParquetNumbers<bool>)columns[column++]).Add(value);

    /// <inheritdoc/>
    public void EndRow()
    {
        column = 0;
        if (++rows == rowsInGroup) WriteGroup();
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (rows > 0) WriteGroup();
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (closed) return;     // closing writes the end of the file
        closed = true;
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach (ParquetColumn made in columns) made.WriteTo(group);
        rows = 0;
    }

    private ParquetColumn Made(ExportColumn column) => column.Kind switch
    {
        CellKind.Whole => new ParquetNumbers<long>(column.Name, rowsInGroup),
        CellKind.Number => new ParquetNumbers<double>(column.Name, rowsInGroup),
        CellKind.Coarse => new ParquetNumbers<float>(column.Name, rowsInGroup),
        CellKind.OptionalNumber => new ParquetOptionals(column.Name),
        CellKind.Truth => new ParquetNumbers<bool>(column.Name, rowsInGroup),
        _ => new ParquetTexts(column.Name),
    };
}
