namespace Locomotion.Sim.Exports;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    /// <summary>Whole numbers of 64 bits.</summary>
    Whole,
    /// <summary>Numbers of 64 bits.</summary>
    Number,
    /// <summary>Numbers of 32 bits.</summary>
    Coarse,
    /// <summary>Text.</summary>
    Text,
    /// <summary>Numbers of 64 bits, or nothing.</summary>
    OptionalNumber,
    /// <summary>True or false.</summary>
    Truth,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ExportColumn(string Name, CellKind Kind);
