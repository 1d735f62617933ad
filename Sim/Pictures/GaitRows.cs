namespace Locomotion.Sim.Pictures;

/// <summary>
/// How the legs are laid out in a gait diagram: one row a leg, left legs above right legs, head at the top of each block, a gap
/// between. In units of a row, downwards. Of very many legs every few are shown.
/// </summary>
internal sealed class GaitRows
{
    private const float NarrowestRow = 1.5f, LabelSpacing = 20;

    /// <summary>Rows for <paramref name="segments"/> on <paramref name="height"/> px.</summary>
    public GaitRows(int segments, float height)
    {
        Step = (int)Math.Ceiling(2 * segments * NarrowestRow / height);
        Shown = (segments + Step - 1) / Step;
        Gap = Math.Max(0.3, 0.06 * Shown);
        RowHeight = (float)(height / Count);
    }

    /// <summary>Segments from one row to the next.</summary>
    public int Step { get; }

    /// <summary>Rows in a block.</summary>
    public int Shown { get; }

    /// <summary>Space between the blocks, rows.</summary>
    public double Gap { get; }

    /// <summary>Rows and gap together.</summary>
    public double Count => 2 * Shown + Gap;

    /// <summary>Height of a row, px.</summary>
    public float RowHeight { get; }

    /// <summary>Segment of row <paramref name="row"/> of a block.</summary>
    public int Segment(int row) => row * Step;

    /// <summary>Upper edge of a row.</summary>
    public double Top(bool left, int row) => left ? row : Shown + Gap + row;

    /// <summary>Middles of the rows that carry a segment number.</summary>
    public IEnumerable<(double Place, int Segment)> Labels()
    {
        int every = Math.Max(1, (int)NiceNumbers.AtLeast(Math.Max(1, LabelSpacing / RowHeight * Step)));
        double last = Shown + Gap - 0.7 * LabelSpacing / RowHeight;     // of the left block: the right one's head comes next
        foreach (bool left in new[] { true, false })
        {
            for (int segment = 0; segment <= Segment(Shown - 1); segment += every)
            {
                double place = Top(left, 0) + (double)segment / Step;
                if (!left || place <= last) yield return (place + 0.5, segment);
            }
        }
    }
}
