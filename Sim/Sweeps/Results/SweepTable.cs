using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;

namespace Locomotion.Sim.Sweeps;

/// <summary>The results of a sweep as a table: a row a case that has one, in the order of their numbers, whoever ran them and when.</summary>
/// <param name="design">The sweep.</param>
/// <param name="store">Where results are kept.</param>
/// <param name="program">The program that ran the cases, if it is not this one.</param>
public sealed class SweepTable(SweepDesign design, CaseStore store, string? program = null)
{
    /// <summary>Which program gave the results.</summary>
    public string Program { get; } = program ?? ProgramIdentity.Text;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<SweepColumn> Columns { get; } = SweepColumn.Of(design);

    /// <summary>Its rows: a cell for each column, null where there is nothing. Each row is the same array, filled anew.</summary>
    /// <param name="where">Which rows, as SQL has it after WHERE; empty for all.</param>
    /// <exception cref="InvalidInputException">The condition cannot be understood.</exception>
    public IEnumerable<object?[]> Rows(string where = "")
    {
        RowFilter? conditions = design.Conditions.Count > 0 ? new RowFilter(Columns, design.Conditions) : null;
        RowFilter? filter = where.Length > 0 ? RowFilter.Where(Columns, where) : null;
        return All(conditions, filter);
    }

    private IEnumerable<object?[]> All(RowFilter? conditions, RowFilter? filter)
    {
        using RowFilter? first = conditions, second = filter;
        CaseCursor cursor = new(design, Program);
        SweepAxis[] axes = [.. design.Axes];
        var row = new object?[Columns.Count];
        for (long index = 0; index < design.Count; index++)
        {
            cursor.MoveTo(index);
            UInt128 key = cursor.Key;
            if (store.Find(key) is null) continue;
            Fill(row, cursor, axes, key, CaseResult.FromBytes(store.Content(key)));
            if (conditions is not null)
            {
                conditions.Set(row);
                int begin = row.Length - design.Conditions.Count;
                for (int k = begin; k < row.Length; k++) row[k] = conditions.Holds(k - begin);
            }
            if (filter is not null)
            {
                filter.Set(row);
                if (!filter.Holds()) continue;
            }
            yield return row;
        }
    }

    private void Fill(object?[] row, CaseCursor cursor, SweepAxis[] axes, UInt128 key, CaseResult result)
    {
        int k = 0;
        row[k++] = cursor.Index;
        row[k++] = CaseText.Word(key);
        for (int a = 0; a < axes.Length; a++) row[k++] = Cell(axes[a], cursor.Values[a]);
        row[k++] = Naming.Word(result.Outcome);
        row[k++] = result.Reason;
        row[k++] = result.Outcome == Outcome.Done ? result.Digest.ToString("x16", CultureInfo.InvariantCulture) : "";
        foreach (int phase in design.Phases)
        {
            PhaseFigures? figures = phase < result.Phases.Count ? result.Phases[phase] : null;
            foreach (string metric in design.Metrics) row[k++] = figures is null ? null : PhaseColumns.Cell(figures, metric);
        }
    }

    private static object Cell(SweepAxis axis, string value) =>
        axis.IsWhole ? long.Parse(value, CultureInfo.InvariantCulture) : axis.IsNumber ? double.Parse(value, CultureInfo.InvariantCulture) : value;
}
