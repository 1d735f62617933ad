using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>A table as a report shows it: as text, without the columns that hold nothing.</summary>
internal sealed class ShownTable
{
    private ShownTable(ReportTable table)
    {
        Title = table.Title;
        Note = table.Note;
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => row[column] is not null))];
        Headers = [.. columns.Select(column => table.Columns[column].Header.Replace('\n', ' '))];
        IsText = [.. columns.Select(column => table.Rows.Any(row => row[column] is string))];
        Rows = [.. table.Rows.Select(row => columns.Select(column => ReportTable.Text(row[column], table.Columns[column])).ToArray())];
    }

    /// <summary>What is shown above it.</summary>
    public string Title { get; }

    /// <summary>What is shown below it; nothing if empty.</summary>
    public string Note { get; }

    /// <summary>Heads of the columns.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Which columns hold words.</summary>
    public IReadOnlyList<bool> IsText { get; }

    /// <summary>The cells, line by line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>Those that have a title: one without is a file, not a thing to read.</summary>
    public static IEnumerable<ShownTable> Of(IEnumerable<ReportTable> tables) => tables.Where(table => table.Title.Length > 0).Select(table => new ShownTable(table));
}
