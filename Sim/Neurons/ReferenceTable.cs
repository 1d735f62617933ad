using System.Globalization;

namespace Locomotion.Sim.Neurons;

/// <summary>A table that the program carries, to compare its own figures with: see Reference/README.md.</summary>
public sealed class ReferenceTable
{
    private readonly string[] columns;

    private ReferenceTable(string[] columns, IReadOnlyList<string[]> rows) => (this.columns, Rows) = (columns, rows);

    /// <summary>The pyloric rhythm against temperature, published.</summary>
    public static ReferenceTable Pyloric { get; } = Load("pyloric.csv");

    /// <summary>The mouse rhythm against the command.</summary>
    public static ReferenceTable Mouse { get; } = Load("mouse.csv");

    /// <summary>First cycle at constant input without noise, an independent implementation's.</summary>
    public static ReferenceTable Constant(UnitModel model) => Load($"{model.ToString().ToLowerInvariant()}_constant.csv");

    /// <summary>Phase response of the simplified neuron without noise, an independent implementation's.</summary>
    public static ReferenceTable PhaseResponse { get; } = Load("simplified_prc.csv");

    /// <summary>Its lines, as text.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>A number; null where the table has none.</summary>
    public double? this[int row, string column] =>
        Rows[row][Array.IndexOf(columns, column)] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A word.</summary>
    public string Text(int row, string column) => Rows[row][Array.IndexOf(columns, column)];

    private static ReferenceTable Load(string file)
    {
        using Stream stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream($"reference/{file}")
            ?? throw new InvalidOperationException($"The table {file} is not in the program; Sim/Locomotion.Sim.csproj embeds it.");
        using StreamReader reader = new(stream);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }
}
