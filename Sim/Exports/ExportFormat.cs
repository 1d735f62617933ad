namespace Locomotion.Sim.Exports;

/// <summary>How tables are written.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated text.</summary>
    Csv,
    /// <summary>Apache Parquet.</summary>
    Parquet,
}

/// <summary>A table that was written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="StopsAtGap">Whether it lacks the ticks beyond a gap of the recording.</param>
public sealed record ExportedTable(string Path, long Rows, int Columns, bool StopsAtGap);
