using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>
/// Below a strip that shows a long run whole: columns, each a stretch from the middle of a phase, wide enough to tell single steps
/// apart, all at the same scale. A run of a few seconds needs none; a phase too short to fill half a column gets none.
/// </summary>
internal sealed class ZoomColumns(RecordedRun run, float width, float right)
{
    /// <summary>Left edge of the data, px: room for labels.</summary>
    public const float Left = 84;

    private const double LongestWhole = 6, Cycles = 5;
    private const int ColumnsPerRow = 5, MostColumns = 10;
    private const float Gap = 30, Between = 96;

    private readonly PhaseSpan[] phases = run.End - run.Start <= LongestWhole + 0.5 ? [] :
    [
        .. run.Phases.Where(phase => phase.Seconds > 0.5 * run.Window(phase.Middle, Cycles).Seconds).Take(MostColumns),
    ];

    /// <summary>Place of the strip.</summary>
    public SKRect Strip(float top, float height) => new(Left, top, width - right, top + height);

    /// <summary>Height of all columns of <paramref name="height"/>, with their ribbons and axes, px.</summary>
    public float Height(float height) => (phases.Length + ColumnsPerRow - 1) / ColumnsPerRow * (height + Between);

    /// <summary>
    /// Adds the columns below <paramref name="top"/>; <paramref name="panel"/> fills each, given its place, its time and whether it
    /// is the first of its row.
    /// </summary>
    public void Add(Sheet sheet, float top, float height, Action<SKRect, TimeWindow, bool> panel)
    {
        int columns = Math.Clamp(phases.Length, 1, ColumnsPerRow);
        float each = (width - Left - right - (columns - 1) * Gap) / columns;
        for (int p = 0; p < phases.Length; p++)
        {
            int column = p % ColumnsPerRow;
            SKRect data = SKRect.Create(Left + column * (each + Gap), top + 90 + p / ColumnsPerRow * (height + Between), each, height);
            TimeWindow window = run.Window(phases[p].Middle, Cycles);
            PhaseRibbon.Add(sheet, run, data, window);
            panel(data, window, column == 0);
        }
    }
}
