namespace Locomotion.Sim.Exports;

/// <summary>What the cells of a column hold.</summary>
internal enum CellKind
{
    /// <summary>Whole numbers of 64 bits.</summary>
    Whole,
    /// <summary>Doubles.</summary>
    Number,
    /// <summary>Floats.</summary>
    Single,
    /// <summary>Text.</summary>
    Text,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ExportColumn(string Name, CellKind Kind);
