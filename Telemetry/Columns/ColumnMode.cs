namespace Locomotion.Telemetry.Columns;

/// <summary>How a column of a block is written.</summary>
internal enum ColumnMode
{
    /// <summary>+0 in every row: nothing more.</summary>
    Zero,
    /// <summary>The same bits in every row: 64 bits.</summary>
    Constant,
    /// <summary>The bits of the column before, row by row: nothing more.</summary>
    AsBefore,
    /// <summary>Whole multiples of a power of two, predicted from the rows above.</summary>
    Predicted,
    /// <summary>64 bits for each row.</summary>
    Raw,
}
