using System.Globalization;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Reports;

/// <summary>Figures of a study or an experiment: shown to people, written as comma-separated text.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Title">What is shown above it.</param>
/// <param name="Columns">Its columns.</param>
public sealed record ReportTable(string Name, string Title, IReadOnlyList<ReportColumn> Columns)
{
    private readonly List<object?[]> rows = [];

    /// <summary>What is shown below it; nothing if empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Its lines: numbers, words, or null where there is no figure.</summary>
    public IReadOnlyList<object?[]> Rows => rows;

    /// <summary>Adds a line.</summary>
    public void Add(params object?[] cells) => rows.Add(cells.Length == Columns.Count
        ? cells
        : throw new ArgumentException($"{cells.Length} cells are not the {Columns.Count} of table {Name}.", nameof(cells)));

    /// <summary>How far <paramref name="ours"/> is from <paramref name="theirs"/>, %; null where one of them is missing.</summary>
    public static double? Percent(double? ours, double? theirs) => ours is { } a && theirs is { } b && b != 0 ? 100 * (a / b - 1) : null;

    /// <summary>A cell as people read it.</summary>
    public static string Text(object? cell, ReportColumn column) => cell switch
    {
        null => "–",
        double number => double.IsFinite(number) ? number.ToString(column.Format, CultureInfo.InvariantCulture) : "–",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writes NAME.csv: numbers that read back exactly, nothing where there is no figure.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        using StreamWriter writer = new(Path.Combine(folder, $"{Name}.csv"));
        writer.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
        foreach (object?[] row in rows) writer.WriteLine(string.Join(',', row.Select(Exact)));
    }

    private static string Exact(object? cell) => cell switch
    {
        null => "",
        double number => double.IsFinite(number) ? Naming.Number(number) : "",
        _ => Quoted(Convert.ToString(cell, CultureInfo.InvariantCulture)!),
    };

    /// <summary>A word as RFC 4180 has it: in quotes if it holds a comma, a quote or a line's end.</summary>
    private static string Quoted(string word) => word.AsSpan().IndexOfAny(",\"\r\n") < 0 ? word : $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
