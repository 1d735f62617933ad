using CsCheck;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Tests.Controller.Neurons;

public class BursterRobustnessTests
{
    private static readonly FiringShape[] Shapes = [new RectangularShape(), new LinearShape(), new LogarithmicShape(), new BiolikeShape(), new AdaptingShape()];
    private static readonly double[] Extremes = [0, -0.0, 1, -1, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 1e-300];

    private static Gen<double> Log(double low, double high) => Gen.Double[Math.Log(low), Math.Log(high)].Select(Math.Exp);

    private static readonly Gen<BursterParameters> Any =
        from times in Gen.Select(Log(1e-3, 100), Log(1e-3, 100), Log(1e-3, 1000))
        from scales in Log(1e-3, 1000).Array[8]
        from stable in Gen.Select(Gen.Double[0, 1.5], Gen.Double[-1.5, 0])
        from margins in Gen.Double[0, 1].Array[2]
        from delays in Gen.Double[0, 0.999].Array[2]
        from noise in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 10])
        from bias in Gen.Double[-2, 2]
        select new BursterParameters
        {
            ActiveTime = times.Item1, QuietTime = times.Item2, AdaptationTime = times.Item3,
            ActiveScalePositive = scales[0], ActiveScaleNegative = scales[1], QuietScalePositive = scales[2], QuietScaleNegative = scales[3],
            ActiveAdaptationPositive = scales[4], ActiveAdaptationNegative = scales[5], QuietAdaptationPositive = scales[6], QuietAdaptationNegative = scales[7],
            TonicAbove = stable.Item1, SilentBelow = stable.Item2, ActiveMargin = margins[0], QuietMargin = margins[1],
            ActiveDelay = delays[0], QuietDelay = delays[1], Noise = noise, Bias = bias,
        };

    /// <summary>1e7 steps: 1000 sets that are valid, 10 000 steps each.</summary>
    [Fact]
    public void No_valid_parameters_and_no_input_make_a_burster_leave_its_range()
    {
        int valid = 0;
        Gen.Select(Any, Gen.ULong, Gen.Int[0, Shapes.Length - 1]).Sample((parameters, seed, shape) =>
        {
            foreach (BursterScheme scheme in Enum.GetValues<BursterScheme>())
            {
                BursterPopulation neuron;
                try { neuron = new(parameters, Shapes[shape], 1, 1e-3, seed, scheme: scheme); }
                catch (InvalidInputException) { return; }
                if (scheme == BursterScheme.Circuit) Interlocked.Increment(ref valid);
                Stir(neuron, seed, 5000);
            }
        }, iter: 20_000, seed: "0N0XIzNsQ0O2", print: t => $"{t}");
        Assert.InRange(valid, 1000, 20_000);
    }

    [Fact]
    public void No_input_makes_a_biophysical_or_rate_neuron_leave_its_range()
    {
        Stir(new BiophysicalPopulation(new(), 1, 1e-3), 3, 500_000);
        Stir(new BiophysicalPopulation(new() { Capacitance = 0.1, SynapseConductance = 1000, LeakConductance = 1000 }, 1, 1e-2), 4, 500_000);
        Stir(new RatePopulation(new() { VoltageTime = 1e-4 }, 1, 0.05), 5, 500_000);
    }

    /// <summary>Four lanes at a time, mostly by the shortcut, against the whole step one by one.</summary>
    [Fact]
    public void A_population_has_the_bits_of_single_steps()
    {
        int steps = 0;
        Gen.Select(Any, Gen.ULong).Sample((parameters, seed) =>
        {
            const int Count = 6;
            foreach (BursterScheme scheme in Enum.GetValues<BursterScheme>())
            {
                BursterPopulation together;
                try { together = new(parameters with { Noise = 0 }, new AdaptingShape(), Count, 1e-3, scheme: scheme); }
                catch (InvalidInputException) { return; }
                double[] v = [.. together.Voltage], a = [.. together.Adaptation], x = new double[Count], input = new double[Count], rate = new double[Count];
                Xoshiro256 random = new(seed);
                for (int k = 0; k < 2000; k++)
                {
                    for (int i = 0; i < Count; i++)
                    {
                        if (k % (97 + i) == 0) x[i] = random.NextBetween(-2, 2);
                        input[i] = x[i];
                    }
                    together.Step(input, rate);
                    for (int i = 0; i < Count; i++)
                    {
                        Burster.Step(together.Coefficients, ref v[i], ref a[i], input[i], 1, 1);
                        Assert.Equal(BitConverter.DoubleToInt64Bits(a[i]), BitConverter.DoubleToInt64Bits(together.Adaptation[i]));
                        Assert.Equal(v[i], together.Voltage[i]);
                        Assert.Equal(together.Rate(v[i], a[i], input[i]), rate[i]);
                    }
                }
                Interlocked.Add(ref steps, 2000);
            }
        }, iter: 1000, seed: "0N0XIzNsQ0O2");
        Assert.InRange(steps, 100_000, int.MaxValue);
    }

    public static TheoryData<string> Names() => [.. ParameterTree.Of<BursterParameters>().All.Select(parameter => parameter.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_parameter_refuses_what_lies_outside_its_range(string name)
    {
        Parameter parameter = ParameterTree.Of<BursterParameters>()[name];
        foreach (double value in new[] { parameter.Description.Min - 1, parameter.Description.Max + 1, double.NaN, double.PositiveInfinity })
        {
            InvalidInputException error = Assert.Throws<InvalidInputException>(() => parameter.Write(new BursterParameters(), Naming.Number(value)));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("active-time' at input 0", 100, 1, 2, 1), InlineData("quiet-time' at input 0", 0.5, 100, 2, 1)]
    [InlineData("active-time' at input 1", 0.5, 1, 2, 1000), InlineData("active-time' at input 0", 1e-4, 1, 1000, 1)]
    [InlineData("'active-time' and 'quiet-time' at input 0", 1e-4, 7, 1, 1)]
    public void Durations_that_a_double_cannot_hold_are_refused(string thing, double active, double quiet, double adaptation, double scale)
    {
        BursterParameters p = new() { ActiveTime = active, QuietTime = quiet, AdaptationTime = adaptation, ActiveScalePositive = scale };
        InvalidInputException error = Assert.Throws<InvalidInputException>(() => new BursterCoefficients(p, BursterScheme.Circuit, 1e-3));
        Assert.Contains(thing, error.Message, StringComparison.Ordinal);
        Assert.Contains("times the adaptation time", error.Message, StringComparison.Ordinal);
    }

    private static void Stir(Population neuron, ulong seed, int steps)
    {
        Xoshiro256 random = new(seed);
        double[] input = [0], rate = [0];
        for (int k = 0; k < steps; k++)
        {
            input[0] = random.NextUnit() < 0.02 ? Extremes[(int)(random.NextUnit() * Extremes.Length)] : random.NextBetween(-2, 2);
            neuron.Step(input, rate);
            double v = neuron.Voltage[0], a = neuron.Adaptation.Length > 0 ? neuron.Adaptation[0] : 0;
            bool inside = v is >= -75 and <= 55 && a is >= 0 and <= 1 && rate[0] is >= 0 and <= 1;
            if (!inside || (neuron is BursterPopulation && Math.Abs(v) > 1)) Assert.Fail($"step {k}: v = {v}, a = {a}, y = {rate[0]} at input {input[0]}");
        }
    }
}
