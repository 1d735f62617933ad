namespace Locomotion.Sim.Exports;

/// <summary>Writes a table cell by cell, in the order of its columns, and never holds more of it than a piece.</summary>
public interface ITableWriter : IDisposable
{
    /// <summary>Writes a cell of a column of whole numbers.</summary>
    void Whole(long value);

    /// <summary>Writes a cell of a column of doubles.</summary>
    void Number(double value);

    /// <summary>Writes a cell of a column of floats.</summary>
    void Coarse(float value);

    /// <summary>Writes a cell of a column of text.</summary>
    void Text(string value);

    /// <summary>Writes a cell of a column of optional numbers.</summary>
    void Optional(double? value);

    /// <summary>Writes a cell of a column of truths.</summary>
    void Truth(bool value);

    /// <summary>Ends a row, in which every column has its cell.</summary>
    void EndRow();

    /// <summary>Ends the table.</summary>
    void Finish();
}
