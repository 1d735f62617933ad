using BenchmarkDotNet.Attributes;
using Locomotion.Benchmarks.Peer;

namespace Locomotion.Benchmarks;

/// <summary>Steps of MuJoCo's chain in the water: the peer that our own steps are stated against.</summary>
public class MuJoCoBenchmarks : IDisposable
{
    private MuJoCoChain? chain;
    private TravellingWave? wave;

    [Params(21)]
    public int Links { get; set; }

    [ParamsAllValues]
    public FluidModel Fluid { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        MuJoCoChainModel model = MuJoCoChainModel.Fastest(Links) with { Fluid = Fluid };
        chain = new(model);
        wave = new(Links, frequency: 4, model.TimeStep);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        chain?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void Step() => chain!.Swim(wave!, 1);
}
