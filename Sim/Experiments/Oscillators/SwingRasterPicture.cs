using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>When each leg swings along the body: both cords, at a slow and at full drive.</summary>
internal static class SwingRasterPicture
{
    private const float Left = 96, Top = 140, Width = 500, Height = 330, Across = 560, Down = 424;
    private const double Shown = 1.5, Middle = 0.75;        // s; of the run
    private const double Thick = 0.74;                      // of a row

    private static readonly bool[] leftThenRight = [true, false];

    public static Sheet Draw(IReadOnlyList<RecordedRun> runs)
    {
        Sheet sheet = new(Left + Across + Width + 24, Top + Down + Height + 56);
        sheet.Title("Flexor bursts along the body", "Bars: the leg swings; between them it stands. One row a leg, head at the top; all over 1.5 s; walking on land with the trunk held, first seed.");
        Key.Add(sheet, Left, 88, new KeyEntry("swing, phase cord", SeriesPalette.First, MarkKind.Patch), new KeyEntry("swing, bursting cord", SeriesPalette.Second, MarkKind.Patch));
        for (int k = 0; k < runs.Count; k++) Add(sheet, runs[k], SKRect.Create(Left + k % 2 * Across, Top + k / 2 * Down, Width, Height), labelled: k % 2 == 0);
        return sheet;
    }

    private static void Add(Sheet sheet, RecordedRun run, SKRect data, bool labelled)
    {
        Oscillator cord = run.Scenario.Animal.Controller.Oscillator;
        Chart.Heading(sheet, data, $"{Trial.Name(cord)} cord, drive {NiceNumbers.Text(run.Scenario.Timeline[0].Command.Drive)}");
        TimeWindow window = run.Around(run.Start + Middle * (run.End - run.Start), Shown);
        GaitRows rows = new(run.Trajectory.Segments, data.Height);
        Panel panel = new(sheet, data, (window.From, window.To), (rows.Count, 0));
        panel.HideFrame();
        panel.Add(new Blocks([.. Background(rows, window), .. Swings(run, rows, window, cord == Oscillator.Phase ? SeriesPalette.First : SeriesPalette.Second)]));
        panel.TicksX("time, s");
        if (!labelled) return;
        (double Place, int Segment)[] labels = [.. rows.Labels()];
        panel.TicksY([.. labels.Select(label => label.Place)],
            place => labels.First(label => label.Place == place).Segment is var segment and > 0 ? $"{segment}" : "head", label: null);
        float half = (float)(rows.Shown / rows.Count) * data.Height;
        sheet.Add(canvas =>
        {
            canvas.WriteUp("left legs", data.Left - 54, data.Top + half / 2, 13, Palette.Text);
            canvas.WriteUp("right legs", data.Left - 54, data.Bottom - half / 2, 13, Palette.Text);
        });
    }

    private static IEnumerable<Block> Background(GaitRows rows, TimeWindow window) =>
        leftThenRight.Select(left => new Block(window.From, window.To, rows.Top(left, rows.Shown), rows.Top(left, 0), Palette.Row));

    private static IEnumerable<Block> Swings(RecordedRun run, GaitRows rows, TimeWindow window, SKColor color) =>
        from left in leftThenRight
        from row in Enumerable.Range(0, rows.Shown)
        let middle = rows.Top(left, row) + 0.5
        from spell in Spell.Of(run, rows.Segment(row), left ? SegmentSignal.SwingLeft : SegmentSignal.SwingRight, 0.5, window)
        select new Block(Math.Max(spell.From, window.From), Math.Min(spell.To, window.To), middle + Thick / 2, middle - Thick / 2, color);
}
