using Locomotion.Controller.Neurons;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The burst as a way round in the plane of adaptation and voltage, with the nullclines, at three inputs.</summary>
internal static class PhasePortraitPicture
{
    private const int Points = 400;
    private const double Elbow = 1.15;      // of the axis, just outside the voltages' range

    private static readonly SKColor Still = Palette.Mix(Palette.Paper, SeriesPalette.Second, 0.28);

    public static Sheet Draw(SingleUnit unit, IReadOnlyList<ConstantResponse> responses)
    {
        bool simplified = unit.Model == UnitModel.Simplified;
        Sheet sheet = new(1200, 520);
        sheet.Title($"{NeuronStudyPictures.Name(unit)}: phase portrait", simplified
            ? "Adaptation falls along v = 1 to its active bound, where the burst ends, and rises along v = −1 to its quiet bound, where the next begins."
            : "The way round between the branches of the voltage nullcline; where the nullclines cross, the neuron may rest.");
        Key.Add(sheet, 84, 88, [new("trajectory", Palette.Ink), .. simplified
            ? new KeyEntry[] { new("v nullcline: elbow and bound", SeriesPalette.First), new("a stands still", Still, MarkKind.Patch) }
            : [new("v nullcline", SeriesPalette.First), new("a nullcline", SeriesPalette.Second)]]);
        double[] inputs = [.. new[] { -0.3, 0, 0.3 }.Select(input => input * unit.StrengthUnit)];
        ConstantResponse[] shown = [.. inputs.Select(input => responses.MinBy(response => Math.Abs(response.Strength - input))!)];
        (double From, double To) axis = Chart.Widened(simplified ? (-Elbow, Elbow) : (-80, 5),
            shown.SelectMany(response => response.Trace.Voltage));
        for (int k = 0; k < inputs.Length; k++)
        {
            ConstantResponse response = shown[k];
            SKRect data = SKRect.Create(84 + k * 380, 130, 330, 320);
            Panel panel = Chart.Add(sheet, data, (0, 1), axis, "adaptation a", k == 0 ? simplified ? "voltage v" : "voltage v, mV" : null);
            if (simplified) AddBounds(panel, unit, response.Strength);
            else AddNullclines(panel, unit.Membrane, response.Strength, axis);
            panel.Add(new Curve(response.Trace.Adaptation, response.Trace.Voltage, Palette.Ink, 1.4f));
            Chart.Heading(sheet, data, $"input {NeuronStudyPictures.Number(response.Strength)}");
        }
        return sheet;
    }

    /// <summary>
    /// In a burst v rests at 1 and turns at the active bound, in a pause at -1 and at the quiet bound; past the bound a does not move.
    /// </summary>
    private static void AddBounds(Panel panel, SingleUnit unit, double input)
    {
        BurstBounds bounds = new BursterCoefficients(unit.Burster, BursterScheme.SingleUnit, SingleUnit.Step).BoundsAt(input + unit.Burster.Bias);
        SKColor line = Palette.Mix(SeriesPalette.First, Palette.Paper, 0.45);
        panel.Add(new Blocks([new Block(0, bounds.Active, 0, Elbow, Still), new Block(bounds.Quiet, 1, -Elbow, 0, Still)]));
        panel.Add(new Curve([bounds.Active, bounds.Active, 1], [0, 1, 1], line, 6));
        panel.Add(new Curve([0, bounds.Quiet, bounds.Quiet], [-1, -1, 0], line, 6));
    }

    private static void AddNullclines(Panel panel, BiophysicalParameters p, double input, (double From, double To) axis)
    {
        double[] v = [.. Enumerable.Range(0, Points + 1).Select(k => axis.From + (axis.To - axis.From) * k / Points)];
        panel.Add(new Curve([.. v.Select(volts => StillVoltage(p, volts, input))], v, SeriesPalette.First, 2.5f));
        panel.Add(new Curve([.. v.Select(Biophysical.RestingInactivation)], v, SeriesPalette.Second, 2.5f));
    }

    /// <summary>The a at which no net current flows at <paramref name="v"/>; NaN outside the plot.</summary>
    private static double StillVoltage(BiophysicalParameters p, double v, double input)
    {
        double others = p.SynapseConductance * ((v - p.ExcitationReversal) * (p.TonicInput + Math.Max(input, 0)) - (v - p.InhibitionReversal) * Math.Min(input, 0))
            + p.LeakConductance * (v - p.LeakReversal);
        double a = -others / (p.SodiumConductance * Biophysical.OpenShare(v) * (v - p.SodiumReversal));
        return a is >= -0.5 and <= 1.5 ? a : double.NaN;
    }
}
