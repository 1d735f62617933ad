using Locomotion.Controller.Circuits;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Tests.Controller.Circuits;

public class CircuitTests
{
    private const double LongStep = 1;      // s, in which a follower reaches its input but for 1 in 40 000

    /// <summary>Expected by hand: command set before step 0, felt in step 1, felt one step later by the next neuron.</summary>
    [Theory]
    [InlineData(null, new double[] { 0, 0, 1, 1, 1, 1 }), InlineData(1000.0, new double[] { 0, 0, 1, 1, 1, 1 }), InlineData(3000.0, new double[] { 0, 0, 0, 0, 1, 1 })]
    public void A_rate_arrives_after_the_synapse_s_delay(double? delay, double[] expected)
    {
        CircuitDesign design = new();
        Group command = design.Commands("command"), first = Follower(design, "first"), second = Follower(design, "second");
        design.Connect(command, first, 0.5);
        design.Connect(first, second, 1, delay);
        Circuit circuit = design.Compile(LongStep, 0);
        circuit.Command(command[0], 1);
        foreach (double reached in expected)
        {
            circuit.Step();
            Assert.Equal(reached * 0.5, circuit.Read(second[0], Signal.Rate), tolerance: 1e-4);
        }
    }

    [Fact]
    public void Input_is_the_weighted_sum_of_rates_and_what_comes_from_outside_and_the_bias()
    {
        CircuitDesign design = new();
        Group commands = design.Commands("commands", 2), sum = design.Rates("sum", new() { Bias = 0.01 });
        design.Connect(commands[0], sum[0], 0.3);
        design.Connect(commands[1], sum[0], -0.2);
        Circuit circuit = design.Compile(1e-3, 0);
        circuit.Command(commands[0], 0.5);
        circuit.Command(commands[1], 0.25);
        circuit.External[sum.First] = 0.07;
        circuit.Step();
        Assert.Equal(0.07 + 0.01, circuit.Read(sum[0], Signal.Input), tolerance: 1e-15);
        circuit.Step();
        Assert.Equal(0.07 + 0.01 + 0.15 - 0.05, circuit.Read(sum[0], Signal.Input), tolerance: 1e-15);
    }

    [Fact]
    public void Synaptic_noise_varies_the_weight_about_its_mean()
    {
        CircuitDesign design = new();
        Group command = design.Commands("command"), target = design.Rates("target", new());
        design.Connect(command, target, 0.4, noise: 0.1);
        Circuit circuit = design.Compile(1e-3, 5);
        circuit.Command(command[0], 1);
        circuit.Step();
        List<double> inputs = [];
        for (int k = 0; k < 20_000; k++)
        {
            circuit.Step();
            inputs.Add(circuit.Read(target[0], Signal.Input));
        }
        double mean = inputs.Average(), deviation = Math.Sqrt(inputs.Average(x => (x - mean) * (x - mean)));
        Assert.Equal(0.4, mean, tolerance: 0.003);
        Assert.Equal(0.1, deviation, tolerance: 0.003);
    }

    [Fact]
    public void Probes_are_read_in_their_order()
    {
        CircuitDesign design = Pyloric.Design();
        design.Watch("v", design["LP"][0], Signal.Voltage);
        design.Watch("a", design["LP"][0], Signal.Adaptation);
        design.Watch("x", design["PY"][0], Signal.Input);
        design.Watch("y", design["PD"][0], Signal.Rate);
        Circuit circuit = design.Compile(5e-3, 0);
        Assert.Equal(["v", "a", "x", "y"], circuit.ProbeNames);
        double[] row = new double[4];
        for (int k = 0; k < 200; k++) circuit.Step();
        circuit.Sample(row);
        Assert.Equal(circuit.Of(design["LP"]).Voltage[0], row[0]);
        Assert.Equal(circuit.Of(design["LP"]).Adaptation[0], row[1]);
        Assert.Equal(circuit.Inputs[2], row[2]);
        Assert.Equal(circuit.Rates[0], row[3]);
        Assert.InRange(row[1], 0.01, 1);
    }

    [Fact]
    public void Settings_reach_the_populations_they_name()
    {
        Circuit Run(params (string Name, string Value)[] settings)
        {
            CircuitDesign design = Pyloric.Design();
            foreach ((string name, string value) in settings) design.Set(name, value);
            Circuit circuit = design.Compile(5e-3, 0);
            for (int k = 0; k < 1000; k++) circuit.Step();
            return circuit;
        }
        ulong plain = StateDigest.Of(Run());
        Assert.Equal(plain, StateDigest.Of(Run(("*.noise", "0.05"))));
        Assert.NotEqual(plain, StateDigest.Of(Run(("noise", "0.06"))));
        Assert.NotEqual(plain, StateDigest.Of(Run(("PY.bias", "-0.11"))));
    }

    [Theory]
    [InlineData("weight NaN lies outside", double.NaN, null, 0.0), InlineData("weight Infinity", double.PositiveInfinity, null, 0.0)]
    [InlineData("delay 0 ms lies outside", 1.0, 0.0, 0.0), InlineData("delay NaN ms", 1.0, double.NaN, 0.0), InlineData("noise -1", 1.0, null, -1.0)]
    public void Bad_synapses_are_refused(string says, double weight, double? delay, double noise)
    {
        CircuitDesign design = new();
        Group a = Follower(design, "a"), b = Follower(design, "b");
        Refused($"Synapse 'a' -> 'b': {says}", () => design.Connect(a, b, weight, delay, noise));
    }

    [Fact]
    public void Whatever_else_is_wrong_with_a_design_is_refused()
    {
        CircuitDesign design = new();
        Group a = Follower(design, "a"), pair = design.Rates("pair", new(), 2), command = design.Commands("command");
        Refused("'a' exists already", () => Follower(design, "a"));
        Refused("has no name", () => Follower(design, " "));
        Refused("0 neurons lies outside", () => design.Rates("none", new(), 0));
        Refused("are not equally many", () => design.Connect(a, pair, 1));
        Refused("is a command", () => design.Connect(a, command, 1));
        Refused("is not one of the circuit's", () => design.Connect(a[0], new Neuron(99), 1));
        Refused("did you mean 'pair'", () => _ = design["pear"]);
        Refused("did you mean 'bias'", () => design.Set("a.bais", "1"));
        Refused("is not in the circuit", () => design.Set("c.bias", "1"));
        Refused("is not a number", () => design.Set("a.bias", "x"));
        Refused("lies outside (0, 1] s", () => design.Compile(0, 0));
        Refused("lies outside (0, 1] s", () => design.Compile(double.NaN, 0));
        design.Connect(a, a, 1, delayMilliseconds: 1.5);
        Refused("is not a whole number of steps of 1 ms; use 2 ms", () => design.Compile(1e-3, 0));
        Circuit circuit = Pyloric.Design().Compile(1e-3, 0);
        Refused("is a neuron", () => circuit.Command(new Neuron(0), 1));
        Circuit mouse = Mouse.Design().Compile(1e-3, 0);
        Refused("is not finite", () => mouse.Command(new Neuron(0), double.NaN));
    }

    private static Group Follower(CircuitDesign design, string name) => design.Rates(name, new() { VoltageTime = 1e-4 });

    private static void Refused(string says, Action action) =>
        Assert.Contains(says, Assert.Throws<InvalidInputException>(action).Message, StringComparison.Ordinal);
}
