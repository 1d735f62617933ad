using Locomotion.Controller.Neurons;
using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>Durations at constant input, beside an independent implementation's and, for the simplified neuron, the closed form.</summary>
internal static class ConstantReport
{
    public static StudyReport Run(StudyOptions options)
    {
        SingleUnit unit = options.Unit;
        IReadOnlyList<ConstantResponse> responses = ConstantStudy.Run(unit, ConstantStudy.Strengths(unit));
        options.Progress(1);
        return new([Table(unit, responses)], folder => NeuronStudyPictures.Constant(unit, responses, folder));
    }

    private static ReportTable Table(SingleUnit unit, IReadOnlyList<ConstantResponse> responses)
    {
        ReferenceTable reference = ReferenceTable.Constant(unit.Model);
        ReportTable table = new($"constant-{unit.Model.ToString().ToLowerInvariant()}", $"Constant input, {unit.Model.ToString().ToLowerInvariant()} neuron",
        [
            new("input", "input", "0.00"), new("mode", "mode"),
            new("period_ms", "period\nms"), new("active_ms", "active\nms"), new("quiet_ms", "quiet\nms"),
            new("equation_active_ms", "closed form\nactive, ms", "0.0"), new("equation_quiet_ms", "closed form\nquiet, ms", "0.0"),
            new("reference_period_ms", "reference\nperiod, ms"), new("difference_ms", "difference\nms", "+0;-0;0"), new("reference_mode", "reference\nmode"),
        ])
        {
            Note = "Reference: the published neuron without noise, by an independent implementation. Closed form: of the equations, while it bursts.",
        };
        BursterCoefficients? equations = unit.Model == UnitModel.Simplified ? new(unit.Burster, BursterScheme.SingleUnit, SingleUnit.Step) : null;
        for (int row = 0; row < responses.Count; row++)
        {
            ConstantResponse response = responses[row];
            double x = response.Strength + unit.Burster.Bias;
            BursterCoefficients? bursting = x <= unit.Burster.TonicAbove && x >= unit.Burster.SilentBelow ? equations : null;
            double? period = response.Cycle?.Period, published = reference[row, "period_ms"];
            table.Add(response.Strength, response.Mode.ToString().ToLowerInvariant(), period, (double?)response.Cycle?.Active, (double?)response.Cycle?.Quiet,
                1000 * bursting?.ActiveTimeAt(x), 1000 * bursting?.QuietTimeAt(x), published, period - published, reference.Text(row, "mode"));
        }
        return table;
    }
}
