namespace Locomotion.Telemetry.Frames;

/// <summary>
/// A table of numbers sampled over a run: named columns, one row an instant. All memory is taken at the start, so a loop's
/// observer may fill it.
/// </summary>
public sealed class FrameLog
{
    private readonly double[] cells;   // [row, column]
    private readonly Dictionary<string, int> index;

    /// <summary>An empty table with room for <paramref name="capacity"/> rows.</summary>
    public FrameLog(IReadOnlyList<string> columns, int capacity)
    {
        Columns = columns;
        Capacity = capacity;
        cells = new double[checked(columns.Count * capacity)];
        index = columns.Select((name, column) => (name, column)).ToDictionary(pair => pair.name, pair => pair.column);
    }

    /// <summary>Names, in order; a name says its unit where that is not plain.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows there is room for.</summary>
    public int Capacity { get; }

    /// <summary>Rows filled.</summary>
    public int Count { get; private set; }

    /// <summary>One number.</summary>
    public double this[int row, int column]
    {
        get => cells[row * Columns.Count + column];
        set => cells[row * Columns.Count + column] = value;
    }

    /// <summary>One row.</summary>
    public ReadOnlySpan<double> Row(int row) => cells.AsSpan(row * Columns.Count, Columns.Count);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string name) => index.ContainsKey(name);

    /// <summary>Position of the column of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int Column(string name) => index.TryGetValue(name, out int column)
        ? column
        : throw new KeyNotFoundException($"The table has no column '{name}'.");

    /// <summary>Adds a row to be written by the caller. False when the table is full: nothing is added.</summary>
    public bool TryAppend(out Span<double> row)
    {
        row = default;
        if (Count == Capacity) return false;
        row = cells.AsSpan(Count++ * Columns.Count, Columns.Count);
        return true;
    }
}
