using Locomotion.Controller.Circuits;
using Locomotion.Controller.Neurons;
using Locomotion.Controller.State;

namespace Locomotion.Tests.Controller.Neurons;

public class PopulationTests
{
    private static readonly BursterParameters Noisy = new() { Noise = 0.2, QuietDelay = 0.2, Bias = 0.1 };

    [Fact]
    public void A_neuron_s_noise_does_not_depend_on_how_populations_are_cut()
    {
        Circuit whole = Ring(3), cut = Ring(1, 1, 1), other = Ring(1, 2);
        int apart = 0;
        for (int k = 0; k < 5000; k++)
        {
            foreach (Circuit circuit in new[] { whole, cut, other }) circuit.Step();
            Assert.Equal(whole.Rates.ToArray(), cut.Rates.ToArray());
            Assert.Equal(whole.Rates.ToArray(), other.Rates.ToArray());
            if (whole.Rates[0] != whole.Rates[1]) apart++;
        }
        Assert.InRange(apart, 1000, 5000);      // each has noise of its own
    }

    [Fact]
    public void Reset_gives_the_same_run_again_and_another_seed_another_one()
    {
        Circuit circuit = Ring(3);
        ulong first = Digest(circuit);
        circuit.Reset();
        Assert.Equal(first, Digest(circuit));
        Assert.NotEqual(first, Digest(Ring(seed: 8, 3)));
    }

    [Fact]
    public void Step_allocates_nothing()
    {
        CircuitDesign design = new();
        Group bursters = design.Bursters("b", Noisy, new BiolikeShape(), 10), rates = design.Rates("r", new(), 10), cells = design.Biophysicals("c", new(), 10);
        Group drive = design.Commands("drive", 10);
        design.Connect(bursters, rates, 0.5);
        design.Connect(rates, bursters, -0.5, delayMilliseconds: 7);
        design.Connect(rates, cells, 0.1, noise: 0.1);
        design.Connect(drive, bursters, 0.1);
        design.Watch("y", bursters[0], Signal.Rate);
        Circuit circuit = design.Compile(1e-3, 1);
        double[] row = new double[1];
        circuit.Step();
        circuit.Sample(row);
        circuit.Command(drive[0], 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 3000; k++)
        {
            circuit.Command(drive[0], k % 2);
            circuit.Step();
            circuit.Sample(row);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Expected: mean 1; of 1 + 0.5 n the part below 0 is cut, which adds φ(2) 0.5 − Q(2) = 0.0042 (closed form).</summary>
    [Fact]
    public void Noise_has_mean_one_and_is_never_negative()
    {
        NoiseStreams noise = new(0.5, 1, seed: 3, first: 0);
        double[] factors = [.. Enumerable.Range(0, 200_000).Select(_ => noise.Factor(0))];
        Assert.Equal(0, factors.Min());
        Assert.Equal(1.0042, factors.Average(), tolerance: 4 * 0.5 / Math.Sqrt(factors.Length));
    }

    private static ulong Digest(Circuit circuit)
    {
        ulong digest = 0;
        for (int k = 0; k < 3000; k++)
        {
            circuit.Step();
            digest = StateDigest.Of(circuit, digest);
        }
        return digest;
    }

    private static Circuit Ring(params int[] counts) => Ring(7, counts);

    private static Circuit Ring(ulong seed, params int[] counts)
    {
        CircuitDesign design = new();
        for (int k = 0; k < counts.Length; k++) design.Bursters($"{k}", Noisy, count: counts[k]);
        for (int k = 0; k < 3; k++) design.Connect(new Neuron(k), new Neuron((k + 1) % 3), -0.4);
        return design.Compile(1e-3, seed);
    }
}
