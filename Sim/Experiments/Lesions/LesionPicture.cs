using Locomotion.Controller.Cord;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>The lesion matrix: what is expected of each preparation, and in how many seeds it is seen.</summary>
internal static class LesionPicture
{
    private const float Left = 40, Top = 122, RowHeight = 25, GroupGap = 12, Words = 350, ColumnWidth = 92;

    public static Sheet Draw(IReadOnlyList<LesionCell> matrix)
    {
        var groups = Preparation.All.Select(preparation => (preparation, Rows: LesionCondition.All.SelectMany(condition => Gates(condition).Select(gate => (condition, gate))).ToArray())).ToArray();
        float height = groups.Sum(group => group.Rows.Length * RowHeight + GroupGap);
        Sheet sheet = new(1060, Top + height + 30);
        sheet.Title("What is left after each lesion", "Share of seeds that show what is expected, in per cent. r: read in a report of the animal; h: inferred, a hypothesis.");
        float phase = Left + 190 + 130 + Words, bursting = phase + ColumnWidth;
        sheet.Add(canvas =>
        {
            canvas.Write("expected", Left + 320, Top - 14, 12, Palette.Muted);
            canvas.Write("phase", phase + ColumnWidth / 2 - 4, Top - 14, 12, Palette.Ink, SKTextAlign.Center, bold: true);
            canvas.Write("bursting", bursting + ColumnWidth / 2 - 4, Top - 14, 12, Palette.Ink, SKTextAlign.Center, bold: true);
        });
        float y = Top;
        foreach ((Preparation preparation, (LesionCondition condition, FoldGate gate)[] rows) in groups)
        {
            float start = y;
            sheet.Add(canvas => canvas.Write(preparation.Name, Left, start + 17, 13, Palette.Ink, bold: true));
            foreach ((LesionCondition condition, FoldGate gate) in rows)
            {
                float line = y;
                LesionCell[] cells = [.. matrix.Where(cell => cell.Preparation == preparation && cell.Condition == condition && cell.Gate == gate)];
                string where = condition.InWater ? $"water, {(gate == FoldGate.And ? "fold by both" : "by either")}" : condition.Name;
                sheet.Add(canvas =>
                {
                    canvas.Write(where, Left + 170, line + 17, 12, Palette.Text);
                    LesionClaim claim = cells[0].Claim;
                    canvas.Write(Lettering.Fit($"{(claim.IsRead ? "r" : "h")}  {claim.Words}", 12, Words), Left + 320, line + 17, 12, Palette.Text);
                });
                foreach (LesionCell cell in cells)
                    Tile(sheet, new SKRect(cell.Oscillator == Oscillator.Phase ? phase : bursting, line + 2, (cell.Oscillator == Oscillator.Phase ? phase : bursting) + ColumnWidth - 8, line + RowHeight - 1), cell.Holds);
                y += RowHeight;
            }
            y += GroupGap;
        }
        return sheet;
    }

    private static FoldGate[] Gates(LesionCondition condition) => condition.InWater ? [FoldGate.And, FoldGate.Or] : [FoldGate.And];

    private static void Tile(Sheet sheet, SKRect place, double share) => sheet.Add(canvas =>
    {
        SKColor color = Palette.Mix(SeriesPalette.Second, SeriesPalette.Third, share);
        using SKPaint fill = new() { Color = share >= 0.95 ? SeriesPalette.Third : color, IsAntialias = true };
        canvas.DrawRoundRect(place, 3, 3, fill);
        canvas.Write($"{100 * share:0}", place.MidX, place.MidY + 4.3f, 12, Palette.Paper, SKTextAlign.Center, bold: true);
    });
}
