using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>How long bursts and pauses last at each constant input, and the share of the time in which the neuron fires.</summary>
internal static class ResponseCurvePicture
{
    public static Sheet Draw(SingleUnit unit, IReadOnlyList<ConstantResponse> responses)
    {
        ReferenceTable reference = ReferenceTable.Constant(unit.Model);
        double[] x = [.. responses.Select(response => response.Strength)], referenceX = Column(reference, "strength");
        (string Name, double[] Ours, string Column)[] lines =
        [
            ("period", Of(responses, cycle => cycle.Period), "period_ms"), ("burst", Of(responses, cycle => cycle.Active), "active_ms"),
            ("pause", Of(responses, cycle => cycle.Quiet), "quiet_ms"),
        ];
        double[] duty = Of(responses, cycle => 100 * cycle.Duty);

        Sheet sheet = new(900, 640);
        sheet.Title($"{NeuronStudyPictures.Name(unit)}: response to constant input", "Duration of the first cycle; grey where the neuron is silent or fires without pause.");
        SKRect top = new(84, 116, 876, 400), bottom = new(84, 440, 876, 580);
        double half = x.Length > 1 ? (x[^1] - x[0]) / (x.Length - 1) / 2 : 0.5;
        (double, double) axis = (x[0] - half, x[^1] + half);
        Panel durations = Chart.Add(sheet, top, axis, Chart.Around(lines.SelectMany(line => line.Ours.Concat(Column(reference, line.Column)))), null, "duration, ms");
        Panel share = Chart.Add(sheet, bottom, axis, (0, 100), "input", "duty, %");
        Block[] outside = [.. responses.Where(response => response.Cycle is null).Select(response => new Block(response.Strength - half, response.Strength + half, -1e6, 1e6, Palette.Row))];
        durations.Add(new Blocks(outside));
        share.Add(new Blocks(outside));
        for (int k = 0; k < lines.Length; k++)
        {
            durations.Add(new Curve(x, lines[k].Ours, SeriesPalette.Series(k)));
            durations.Add(new Marks(x, lines[k].Ours, SeriesPalette.Series(k), MarkKind.Dot, 2.5f));
            durations.Add(new Marks(referenceX, Column(reference, lines[k].Column), Palette.Ink, MarkKind.Circle, 5));
        }
        double[] referenceDuty = [.. Column(reference, "active_ms")
            .Zip(Column(reference, "period_ms"), (active, period) => 100 * active / period)];
        share.Add(new Curve(x, duty, Palette.Ink));
        share.Add(new Marks(referenceX, referenceDuty, Palette.Ink, MarkKind.Circle, 5));
        Key.Add(sheet, 84, 88, [.. lines.Select((line, k) => new KeyEntry(line.Name, SeriesPalette.Series(k))), new("reference: published neuron without noise", Palette.Ink, MarkKind.Circle)]);
        Label(sheet, top, axis, responses, FiringMode.Silent, "silent");
        Label(sheet, top, axis, responses, FiringMode.Tonic, "tonic");
        return sheet;
    }

    private static double[] Column(ReferenceTable table, string name) =>
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => table[row, name] ?? double.NaN)];

    private static double[] Of(IReadOnlyList<ConstantResponse> responses, Func<BurstCycle, double> figure) =>
        [.. responses.Select(response => response.Cycle is { } cycle ? figure(cycle) : double.NaN)];

    private static void Label(Sheet sheet, SKRect data, (double From, double To) axis, IReadOnlyList<ConstantResponse> responses, FiringMode mode, string text)
    {
        double[] strengths = [.. responses.Where(response => response.Cycle is null && response.Mode == mode).Select(response => response.Strength)];
        if (strengths.Length == 0) return;
        float middle = data.Left + (float)((strengths.Average() - axis.From) / (axis.To - axis.From)) * data.Width;
        sheet.Add(canvas => canvas.Write(text, middle, data.Top + 22, 13, Palette.Muted, SKTextAlign.Center));
    }
}
