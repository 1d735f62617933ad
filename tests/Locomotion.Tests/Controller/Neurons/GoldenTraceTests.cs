using Locomotion.Controller.Neurons;
using Locomotion.Sim.Neurons;
using Locomotion.Telemetry.Frames;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Controller.Neurons;

public class GoldenTraceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("simplified_trace_input_-0.4"), InlineData("simplified_trace_input_0"), InlineData("simplified_trace_input_0.3"), InlineData("simplified_trace_pulse")]
    public void A_burster_follows_the_golden_trace_in_every_step(string file) =>
        Compare(new SingleUnit { Burster = SingleUnit.PublishedBurster with { Noise = 0 } }.Build(), file);

    [Fact]
    public void The_biophysical_neuron_follows_the_golden_trace_in_every_step() =>
        Compare(new SingleUnit { Model = UnitModel.Biophysical }.Build(), "biophysical_trace_input_0");

    private void Compare(Population neuron, string file)
    {
        FrameLog golden = CsvFile.Read(Repository.Path("tests", "Goldens", file + ".csv"));
        Assert.Equal(["time_ms", "v", "a", "y", "input"], golden.Columns);
        Assert.Equal(3001, golden.Count);
        double worst = 0;
        double[] input = new double[1], rate = new double[1];
        for (int k = 0; k < golden.Count; k++)
        {
            ReadOnlySpan<double> row = golden.Row(k);
            if (k > 0)
            {
                input[0] = row[4];
                neuron.Step(input, rate);
                worst = Math.Max(worst, Math.Abs(rate[0] - row[3]));
            }
            worst = Math.Max(worst, Math.Max(Math.Abs(neuron.Voltage[0] - row[1]), Math.Abs(neuron.Adaptation[0] - row[2])));
        }
        output.WriteLine($"{file}: largest difference {worst:g2}");
        Assert.InRange(worst, 0, 1e-9);
    }
}
