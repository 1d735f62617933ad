using Parquet;
using Parquet.Schema;

namespace Locomotion.Sim.Exports;

/// <summary>The cells of one column in the group of rows that is being gathered.</summary>
internal abstract class ParquetColumn(DataField field)
{
    /// <summary>What the file says of the column.</summary>
    public DataField Field { get; } = field;

    /// <summary>Writes the cells, and forgets them.</summary>
    public abstract void WriteTo(ParquetRowGroupWriter group);
}

/// <summary>A column of numbers.</summary>
internal sealed class ParquetNumbers<T>(string name, int capacity) : ParquetColumn(new DataField<T>(name, nullable: false)) where T : struct
{
    private T[] cells = new T[Math.Min(capacity, 1024)];
    private int count;

    /// <summary>Adds a cell.</summary>
    public void Add(T value)
    {
        if (count == cells.Length) Array.Resize(ref cells, Math.Min(capacity, 2 * count));
        cells[count++] = value;
    }

    /// <inheritdoc/>
    public override void WriteTo(ParquetRowGroupWriter group)
    {
        group.WriteAsync<T>(Field, cells.AsMemory(0, count)).GetAwaiter().GetResult();
        count = 0;
    }
}

/// <summary>A column of numbers, some of which are missing.</summary>
internal sealed class ParquetOptionals(string name) : ParquetColumn(new DataField<double>(name, nullable: true))
{
    private readonly List<double?> cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(double? value) => cells.Add(value);

    /// <inheritdoc/>
    public override void WriteTo(ParquetRowGroupWriter group)
    {
        group.WriteAsync<double>(Field, cells.ToArray().AsMemory()).GetAwaiter().GetResult();
        cells.Clear();
    }
}

/// <summary>A column of text.</summary>
internal sealed class ParquetTexts(string name) : ParquetColumn(new DataField(name, typeof(string), isNullable: false))
{
    private readonly List<string> cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(string value) => cells.Add(value);

    /// <inheritdoc/>
    public override void WriteTo(ParquetRowGroupWriter group)
    {
        group.WriteAsync(Field, cells).GetAwaiter().GetResult();
        cells.Clear();
    }
}
