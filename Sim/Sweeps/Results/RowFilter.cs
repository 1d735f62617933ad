using System.Data;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;

namespace Locomotion.Sim.Sweeps;

/// <summary>Conditions on the columns of a table, written as SQL has them after WHERE: <c>drive &gt; 0.5 and behaviour = 'swims'</c>.</summary>
/// <remarks>
/// They are the expressions of <see cref="DataColumn"/>: and, or, not, comparisons, arithmetic, in, like, is null; a name with a dot in [ ]. A comparison with a cell that
/// holds nothing is not true.
/// </remarks>
public sealed class RowFilter : IDisposable
{
    private readonly DataTable table = new();
    private readonly DataRow row;
    private readonly int given;

    /// <summary>Conditions, each by its name, on a table's columns.</summary>
    /// <exception cref="InvalidInputException">One of them cannot be understood, or is neither true nor false.</exception>
    public RowFilter(IEnumerable<SweepColumn> columns, IEnumerable<KeyValuePair<string, string>> conditions)
    {
        KeyValuePair<string, string>[] asked = [.. conditions];
        table.CaseSensitive = true;
        foreach (SweepColumn column in columns.Where(column => !asked.Any(one => one.Key == column.Name))) table.Columns.Add(column.Name, Type(column.Kind));
        given = table.Columns.Count;
        foreach ((string name, string condition) in asked) Add(name, condition);
        row = table.NewRow();
        table.Rows.Add(row);
    }

    /// <summary>One condition.</summary>
    /// <exception cref="InvalidInputException">It cannot be understood.</exception>
    public static RowFilter Where(IEnumerable<SweepColumn> columns, string condition) => new(columns, [KeyValuePair.Create("\u0001where", condition)]);

    /// <summary>Takes in a row: the cells of the columns that are no conditions, in their order.</summary>
    public void Set(ReadOnlySpan<object?> cells)
    {
        row.BeginEdit();
        for (int k = 0; k < given; k++) row[k] = cells[k] ?? DBNull.Value;
        row.EndEdit();
    }

    /// <summary>Whether condition number <paramref name="k"/> is true of it.</summary>
    public bool Holds(int k = 0) => row[given + k] is true;

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    private void Add(string name, string condition)
    {
        try
        {
            // text that is no comparison would be taken as a column of text
            table.Columns.Add(new DataColumn(name, typeof(bool), condition.Trim().Length > 0 ? condition : "true"));
            using DataTable probe = table.Clone();
            probe.Rows.Add(probe.NewRow());
        }
        catch (Exception fault) when (fault is InvalidExpressionException or ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new InvalidInputException("Condition", $"'{condition}'", $"cannot be understood ({fault.Message.TrimEnd('.')})",
                $"write for example drive > 0.5 and behaviour = 'swims'; columns: {string.Join(", ", table.Columns.Cast<DataColumn>().Take(given).Select(column => column.ColumnName))}");
        }
    }

    private static Type Type(CellKind kind) => kind switch
    {
        CellKind.Whole => typeof(long),
        CellKind.Text => typeof(string),
        CellKind.Truth => typeof(bool),
        _ => typeof(double),
    };
}
