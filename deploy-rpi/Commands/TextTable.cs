namespace Locomotion.Deploy.Commands;

/// <summary>A table of plain text, its columns aligned.</summary>
internal static class TextTable
{
    /// <summary>Writes heads, a line, and rows.</summary>
    public static void Write(TextWriter text, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        int[] widths = [.. heads.Select((head, column) => all.Select(row => row[column].Length).Append(head.Length).Max())];
        Line(text, heads, widths);
        text.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (string[] row in all) Line(text, row, widths);
    }

    private static void Line(TextWriter text, IReadOnlyList<string> cells, int[] widths) =>
        text.WriteLine(string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
}
