using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Looks at the cases of a design, one at a time. Each thread has its own.</summary>
public sealed class CaseCursor
{
    // parameters are changed by reflection, one thread at a time
    private static readonly Lock changing = new();

    private readonly SweepDesign design;
    private readonly CaseText text;
    private readonly int[] positions, firstAxis;        // [block]
    private readonly Scenario?[] partial;               // [block], with the values of the blocks up to it
    private readonly string[] values;                   // [axis]

    /// <summary>A cursor at the first case.</summary>
    /// <param name="design">Whose cases.</param>
    /// <param name="program">Which program runs them; see <see cref="ProgramIdentity"/>.</param>
    public CaseCursor(SweepDesign design, string program)
    {
        this.design = design;
        text = new CaseText(design.Scenario, program);
        positions = [.. design.Blocks.Select(_ => -1)];
        partial = new Scenario?[design.Blocks.Count];
        values = new string[design.Axes.Count()];
        firstAxis = new int[design.Blocks.Count];
        for (int b = 1; b < firstAxis.Length; b++) firstAxis[b] = firstAxis[b - 1] + design.Blocks[b - 1].Axes.Count;
        MoveTo(0);
    }

    /// <summary>The case's number.</summary>
    public long Index { get; private set; }

    /// <summary>Its value on each axis.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>Its key.</summary>
    public UInt128 Key => text.Key();

    /// <summary>All that decides it, as JSON.</summary>
    public string Json => text.Json;

    /// <summary>Goes to case number <paramref name="index"/>.</summary>
    public void MoveTo(long index)
    {
        Index = index;
        bool changed = false;
        for (int b = design.Blocks.Count - 1; b >= 0; b--)
        {
            AxisBlock block = design.Blocks[b];
            int position = (int)(index % block.Count);
            index /= block.Count;
            if (position == positions[b]) continue;
            positions[b] = position;
            partial[b] = null;
            changed = true;
            for (int k = 0; k < block.Axes.Count; k++)
            {
                string value = values[firstAxis[b] + k] = block.Value(position, k);
                block.Axes[k].Write(text, value);
            }
        }
        if (!changed) return;
        for (int b = 1; b < partial.Length; b++)
        {
            if (partial[b - 1] is null) partial[b] = null;
        }
    }

    /// <summary>The scenario to be run.</summary>
    /// <exception cref="Locomotion.Controller.Parameters.InvalidInputException">The case's values do not go together.</exception>
    public Scenario Scenario()
    {
        lock (changing)
        {
            Scenario scenario = design.Scenario;
            for (int b = 0; b < partial.Length; b++)
            {
                if (partial[b] is null)
                {
                    for (int k = 0; k < design.Blocks[b].Axes.Count; k++) scenario = design.Blocks[b].Axes[k].Apply(scenario, values[firstAxis[b] + k]);
                    partial[b] = scenario;
                }
                scenario = partial[b]!;
            }
            return scenario;
        }
    }
}
