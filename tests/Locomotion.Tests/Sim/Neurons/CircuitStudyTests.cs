using Locomotion.Sim.NeuronReports;
using Locomotion.Sim.Neurons;

namespace Locomotion.Tests.Sim.Neurons;

/// <summary>The published circuits, with noise, beside the published tables.</summary>
public class CircuitStudyTests(ITestOutputHelper output)
{
    /// <summary>Every cell within 3.5 % (a sample is 1.3 % of the fastest cycle), every column's mean within 1 %.</summary>
    [Fact]
    public void The_pyloric_rhythm_is_the_published_one_from_10_to_25_degrees()
    {
        IReadOnlyList<PyloricRow> rows = PyloricStudy.Run(seeds: 20);
        double worstCell = 0, worstMean = 0, widest = 0;
        for (int neuron = 0; neuron < 3; neuron++)
        {
            foreach ((string column, Func<PyloricTiming, Spread> of) in PyloricReport.Figures)
            {
                string name = $"{rows[0].Timings[neuron].Neuron}_{column}";
                if (name == "PD_phase_on") continue;        // 0 by definition
                double[] ours = [.. rows.Select(row => of(row.Timings[neuron]).Mean)];
                double[] published = [.. Enumerable.Range(0, rows.Count).Select(k => ReferenceTable.Pyloric[k, name]!.Value)];
                double[] errors = [.. ours.Zip(published, (a, b) => Math.Abs(a / b - 1))];
                double mean = Math.Abs(ours.Average() / published.Average() - 1);
                double spread = rows.Max(row => of(row.Timings[neuron]).Deviation / of(row.Timings[neuron]).Mean);
                output.WriteLine($"{name}: worst cell {errors.Max():p2}, mean of the column {mean:p2}, largest deviation between seeds {spread:p1}");
                (worstCell, worstMean, widest) = (Math.Max(worstCell, errors.Max()), Math.Max(worstMean, mean), Math.Max(widest, spread));
            }
        }
        output.WriteLine($"worst cell {worstCell:p2}, worst mean {worstMean:p2}, widest spread {widest:p1}");
        Assert.InRange(worstCell, 0, 0.035);
        Assert.InRange(worstMean, 0, 0.01);
        (double low, double high) = (PyloricStudy.Q10(rows, 10, 20), PyloricStudy.Q10(rows, 15, 25));
        output.WriteLine($"Q10 of PD's frequency {low:0.000} from 10 to 20, {high:0.000} from 15 to 25 degrees");
        Assert.InRange(low, 2.1, 2.2);
        Assert.InRange(high, 2.1, 2.2);
    }

    /// <summary>
    /// The figures of the published equations, themselves means of 20 seeds: within 3 %. At 0.8 and 0.9 the rhythm changes from cycle to
    /// cycle and means of 20 seeds scatter by 2 % (ours of the first 20 seeds are up to 8 % low): there ours are means of 400, so that only
    /// the table's own scatter remains.
    /// </summary>
    [Fact]
    public void The_mouse_rhythm_is_that_of_the_published_equations()
    {
        IReadOnlyList<MouseRow> twenty = MouseStudy.Run(seeds: 20), many = MouseStudy.Run(seeds: 400);
        List<string> beyond = [];
        for (int k = 0; k < MouseStudy.Commands.Count; k++)
        {
            double command = MouseStudy.Commands[k];
            if (MouseReport.ReferenceRow(command) is not { } line)
            {
                Assert.Equal((0, 0), (twenty[k].Measured, many[k].Measured));      // silent at 0 and 0.1
                continue;
            }
            Assert.Equal((20, 400), (twenty[k].Measured, many[k].Measured));
            foreach ((string column, Func<MouseRow, Spread> of) in MouseReport.Figures)
            {
                double reference = ReferenceTable.Mouse[line, $"{column}_ms"]!.Value;
                double error20 = of(twenty[k]).Mean / reference - 1, error400 = of(many[k]).Mean / reference - 1;
                output.WriteLine($"{command} {column}: {of(twenty[k]).Mean:0.0} ms of 20 seeds ({error20:+0.0%;-0.0%}), {of(many[k]).Mean:0.0} of 400 ({error400:+0.0%;-0.0%}); reference {reference}");
                if (Math.Abs(command is > 0.75 and < 0.95 ? error400 : error20) > 0.03) beyond.Add($"{command} {column}");
            }
        }
        // The one figure beyond 3 %, by half a per cent: the table's 96 ms is a mean of 20 seeds with a standard error of about 2 ms.
        Assert.Equal(["0.9 extension"], beyond);
        Spread last = many.Single(row => row.Command == 0.9).Extension;
        Assert.InRange(96 - last.Mean, 0, 2 * last.Deviation / Math.Sqrt(20));
    }

    [Fact]
    public void With_rising_command_the_mouse_rests_walks_trots_gallops_and_bounds()
    {
        IReadOnlyList<MouseRow> rows = MouseStudy.Run(seeds: 20);
        foreach (MouseRow row in rows)
            output.WriteLine($"{row.Command}: {string.Join(", ", row.Gaits.Select(gait => $"{gait.Gait} {gait.Seeds}"))}; hind {row.Phases.Hind:0.00}, diagonal {row.Phases.Diagonal:0.00}");
        QuadrupedGait At(double command) => rows.Single(row => row.Command == command).Gaits[0].Gait;
        Assert.Equal([QuadrupedGait.Rest, QuadrupedGait.Walk, QuadrupedGait.Trot, QuadrupedGait.Gallop, QuadrupedGait.Bound], [At(0), At(0.2), At(0.4), At(0.6), At(1)]);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.25, 0.75, QuadrupedGait.Walk), InlineData(0.5, 0.45, 0.5, 0.97, QuadrupedGait.Trot)]
    [InlineData(0.25, 0.3, 0.5, 0.7, QuadrupedGait.Gallop), InlineData(0.02, 0.98, 0.5, 0.5, QuadrupedGait.Bound)]
    [InlineData(0.02, 0.3, 0.5, 0.5, QuadrupedGait.Gallop), InlineData(0, 0, 0.05, 0, QuadrupedGait.Other)]
    public void Limb_phases_make_a_gait(double hind, double fore, double sameSide, double diagonal, QuadrupedGait expected) =>
        Assert.Equal(expected, GaitClassification.Of(new(hind, fore, sameSide, diagonal)));

    [Fact]
    public void Half_centers_alternate()
    {
        IReadOnlyList<HalfCenterRun> runs = HalfCenterStudy.Run();
        foreach (HalfCenterRun run in runs) output.WriteLine($"{run.Name}: both fire {run.Overlap:p1}, neither {run.Gap:p1} of the time");
        foreach (HalfCenterRun run in runs.Skip(1))
        {
            Assert.InRange(run.Overlap, 0, 0.05);
            Assert.True(Waveform.Bursts(run.Trace["flexor"]).Count >= 2 && Waveform.Bursts(run.Trace["extensor"]).Count >= 2);
        }
        // the rate neuron is never quite silent: it falls by nine tenths of the burster's rate
        double[] flexor = runs[0].Trace["flexor"], extensor = runs[0].Trace["extensor"];
        double during = extensor.Zip(flexor).Where(pair => pair.Second > 0).Average(pair => pair.First);
        double between = extensor.Zip(flexor).Where(pair => pair.Second <= 0).Skip(5).Average(pair => pair.First);
        Assert.InRange(during, 0, 0.3 * between);
    }
}
