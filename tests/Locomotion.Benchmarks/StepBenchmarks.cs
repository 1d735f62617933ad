using BenchmarkDotNet.Attributes;

namespace Locomotion.Benchmarks;

/// <summary>One step of 1 ms: the nervous system, the body, and both, on land and in water.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private WholeStep scene = null!;

    [Params(8, 21, 100, 1000)]
    public int Segments { get; set; }

    [Params("slow-walk", "fast-walk", "swim")]
    public string Gait { get; set; } = "";

    [GlobalSetup]
    public void Setup() => scene = new WholeStep(Gait, Segments);

    [Benchmark]
    public void Controller() => scene.Controller();

    [Benchmark]
    public void Body() => scene.Body();

    [Benchmark]
    public void Whole() => scene.Both(1);
}
