using Locomotion.Controller.Parameters;
using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>The phase response, beside an independent implementation's for the simplified neuron.</summary>
internal static class PulseReport
{
    public static StudyReport Run(StudyOptions options)
    {
        SingleUnit unit = options.Unit;
        PhaseResponseCurve curve = PulseStudy.Run(unit, PulseStudy.Widths(unit), ConstantStudy.Strengths(unit)) ?? throw NoRhythm("pulse");
        options.Progress(1);
        string model = unit.Model.ToString().ToLowerInvariant();
        return new([Summary(unit, curve, model), All(curve, model)], folder => NeuronStudyPictures.Pulse(unit, curve, folder));
    }

    public static InvalidInputException NoRhythm(string study) => new($"Study '{study}'", "the undisturbed neuron", "does not burst",
        "choose parameters for which `locomotion neurons constant` finds a cycle at input 0");

    private static ReportTable Summary(SingleUnit unit, PhaseResponseCurve curve, string model)
    {
        ReportTable table = new($"pulse-{model}-extremes", $"Pulses, {model} neuron: cycle {curve.Baseline.Period} ms, of which {curve.Baseline.Active} active",
        [
            new("width_ms", "width\nms"), new("strength", "strength", "0.00"), new("largest_advance", "largest\nadvance", "0.000"),
            new("reference_advance", "reference", "0.000"), new("advance_difference", "difference", "+0.000;-0.000;0.000"),
            new("largest_delay", "largest\ndelay", "0.000"), new("reference_delay", "reference", "0.000"), new("delay_difference", "difference", "+0.000;-0.000;0.000"),
        ])
        {
            Note = "Shares of the undisturbed cycle. Reference: the published simplified neuron without noise, by an independent implementation.",
        };
        ReferenceTable reference = ReferenceTable.PhaseResponse;
        foreach (var group in curve.Responses.GroupBy(response => (response.WidthMilliseconds, response.Strength)))
        {
            double[] published = unit.Model == UnitModel.Simplified
                ? [.. Enumerable.Range(0, reference.Rows.Count).Where(row => reference[row, "strength"] == group.Key.Strength)
                    .Select(row => reference[row, "phase_shift"]).OfType<double>()]
                : [];
            double? advance = Extreme(group.Select(response => -response.Shift)), delay = Extreme(group.Select(response => response.Shift));
            double? publishedAdvance = Extreme(published.Select(shift => (double?)-shift)), publishedDelay = Extreme(published.Select(shift => (double?)shift));
            table.Add((double)group.Key.WidthMilliseconds, group.Key.Strength, advance, publishedAdvance, advance - publishedAdvance,
                delay, publishedDelay, delay - publishedDelay);
        }
        return table;
    }

    private static ReportTable All(PhaseResponseCurve curve, string model)
    {
        ReportTable table = new($"pulse-{model}", "",
            [new("width_ms", ""), new("strength", ""), new("start_ms", ""), new("phase", ""), new("phase_shift", "")]);
        foreach (PulseResponse response in curve.Responses)
            table.Add((double)response.WidthMilliseconds, response.Strength, (double)response.StartMilliseconds, response.Phase, response.Shift);
        return table;
    }

    private static double? Extreme(IEnumerable<double?> values) => values.Max() is { } most ? Math.Max(0, most) : null;
}
