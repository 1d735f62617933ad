using Locomotion.Sim.Reports;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>A report's table for people, on standard output.</summary>
internal static class ReportTableView
{
    /// <summary>Writes it without its empty columns, and not at all if it has no title: such a table is a file, not a thing to read.</summary>
    public static void Write(ReportTable table)
    {
        if (table.Title.Length == 0) return;
        Table shown = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(table.Title)}[/]");
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => row[column] is not null))];
        foreach (int column in columns)
        {
            TableColumn header = new TableColumn(Markup.Escape(table.Columns[column].Header)).NoWrap();
            shown.AddColumn(table.Rows.Any(row => row[column] is string) ? header : header.RightAligned());
        }
        foreach (object?[] row in table.Rows) shown.AddRow([.. columns.Select(column => Markup.Escape(ReportTable.Text(row[column], table.Columns[column])))]);
        Terminal.Out.Write(shown);
        if (table.Note.Length > 0) Terminal.Out.WriteLine(table.Note);
        Terminal.Out.WriteLine();
    }
}
