using BenchmarkDotNet.Attributes;

namespace Locomotion.Benchmarks;

/// <summary>One step of a network of bursters, ten synapses each. Divide by the number of neurons.</summary>
[MemoryDiagnoser]
public class NeuronBenchmarks
{
    private BursterNetwork network = null!;

    [Params(1, 100, 10_000, 1_000_000)]
    public int Neurons { get; set; }

    [Params(0, 0.05)]
    public double Noise { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        network = new BursterNetwork(Neurons, noise: Noise);
        network.Step(Math.Clamp(10_000_000 / Neurons, 20, 3000));     // the bursters have left their first states
    }

    [Benchmark]
    public void Step() => network.Step(1);
}
