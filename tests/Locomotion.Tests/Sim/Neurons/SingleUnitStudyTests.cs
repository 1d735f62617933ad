using Locomotion.Sim.Neurons;

namespace Locomotion.Tests.Sim.Neurons;

/// <summary>Tables without noise, equal to the step to those of an independent implementation.</summary>
public class SingleUnitStudyTests(ITestOutputHelper output)
{
    private static readonly SingleUnit Quiet = new() { Burster = SingleUnit.PublishedBurster with { Noise = 0 } };

    [Theory, InlineData(UnitModel.Simplified), InlineData(UnitModel.Biophysical)]
    public void Constant_input_gives_the_golden_cycle_and_mode(UnitModel model)
    {
        SingleUnit unit = Quiet with { Model = model };
        ReferenceTable golden = ReferenceTable.Constant(model);
        IReadOnlyList<ConstantResponse> responses = ConstantStudy.Run(unit, ConstantStudy.Strengths(unit));
        Assert.Equal(17, golden.Rows.Count);
        Assert.Equal(golden.Rows.Count, responses.Count);
        for (int row = 0; row < responses.Count; row++)
        {
            ConstantResponse response = responses[row];
            Assert.Equal(golden[row, "strength"], response.Strength);
            Assert.Equal(golden[row, "period_ms"], response.Cycle?.Period);
            Assert.Equal(golden[row, "active_ms"], response.Cycle?.Active);
            Assert.Equal(golden[row, "quiet_ms"], response.Cycle?.Quiet);
            Assert.Equal(golden[row, "first_rise_ms"], response.Cycle?.Rise);
            Assert.Equal(golden.Text(row, "mode"), response.Mode.ToString().ToLowerInvariant());
        }
        Assert.Equal(9, responses.Count(response => response.Mode == FiringMode.Bursting));
    }

    [Fact]
    public void The_phase_response_is_the_golden_one()
    {
        ReferenceTable golden = ReferenceTable.PhaseResponse;
        double[] strengths = [.. Enumerable.Range(0, golden.Rows.Count).Select(row => golden[row, "strength"]!.Value).Distinct()];
        PhaseResponseCurve curve = PulseStudy.Run(Quiet, [100], strengths)!;
        Assert.Equal(golden.Rows.Count, curve.Responses.Count);
        Assert.Equal(116, curve.Responses.Count);
        for (int row = 0; row < golden.Rows.Count; row++)
        {
            PulseResponse response = curve.Responses[row];
            Assert.Equal(golden[row, "strength"], response.Strength);
            Assert.Equal(golden[row, "pulse_start_ms"], response.StartMilliseconds);
            Assert.Equal(golden[row, "stimulus_phase"]!.Value, response.Phase, tolerance: 1e-9);
            double shiftMilliseconds = golden[row, "phase_shift"]!.Value * curve.Baseline.Period;
            Assert.Equal(shiftMilliseconds, response.Shift!.Value * curve.Baseline.Period, tolerance: 1e-6);
        }
    }

    /// <summary>Expected of a limit cycle: strong pulses at its own period hold it, none leaves it free.</summary>
    [Theory, InlineData(UnitModel.Simplified), InlineData(UnitModel.Biophysical)]
    public void Strong_pulses_entrain_and_none_do_not(UnitModel model)
    {
        SingleUnit unit = Quiet with { Model = model };
        IReadOnlyList<Entrainment> all = PeriodicStudy.Run(unit, [100], [0, 0.5 * unit.StrengthUnit])!;
        foreach (Entrainment one in all) output.WriteLine($"{one.Strength} at {one.PeriodRatio}: {one.Coherence:0.000}");
        Assert.All(all.Where(one => one.Strength == 0 && one.PeriodRatio < 1), one => Assert.InRange(one.Coherence, 0, 0.15));
        Assert.All(all.Where(one => one.Strength > 0 && one.PeriodRatio is > 0.8 and < 0.95), one => Assert.InRange(one.Coherence, 0.85, 1));
    }

    [Fact]
    public void Noise_has_one_seed_for_all_runs_of_a_study()
    {
        SingleUnit noisy = new() { Seed = 3 };
        Assert.Equal(noisy.Run(0).Voltage, noisy.Run(0).Voltage);
        Assert.NotEqual(noisy.Run(0).Adaptation, (noisy with { Seed = 4 }).Run(0).Adaptation);
    }
}
