namespace Locomotion.Telemetry.Columns;

/// <summary>One column of a table that lies row after row.</summary>
internal readonly ref struct Column(ReadOnlySpan<double> table, int columns, int column, int rows)
{
    private readonly ReadOnlySpan<double> table = table;

    /// <summary>How many rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number in a row.</summary>
    public double this[int row] => table[row * columns + column];

    /// <summary>Its bits.</summary>
    public ulong Bits(int row) => BitConverter.DoubleToUInt64Bits(this[row]);

    /// <summary>Whether every row has the same bits.</summary>
    public bool IsConstant
    {
        get
        {
            ulong first = Bits(0);
            for (int row = 1; row < Rows; row++)
            {
                if (Bits(row) != first) return false;
            }
            return true;
        }
    }

    /// <summary>Whether every row has the bits of the column before.</summary>
    public bool IsAsBefore
    {
        get
        {
            if (column == 0) return false;
            Column before = new(table, columns, column - 1, Rows);
            for (int row = 0; row < Rows; row++)
            {
                if (Bits(row) != before.Bits(row)) return false;
            }
            return true;
        }
    }
}
