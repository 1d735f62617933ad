using Locomotion.Sim.Optimisation;

namespace Locomotion.Tests.Sim.Optimisation;

/// <summary>A cost of n numbers, each in the same range.</summary>
internal sealed class TestObjective(int n, Func<double[], double> cost, double min = -5, double max = 5, double start = 2) : IObjective
{
    private int evaluations;

    public string Name { get; init; } = "test";

    public string Description { get; init; } = "A function with a known optimum.";

    public IReadOnlyList<OptimisedParameter> Parameters { get; init; } =
        [.. Enumerable.Range(0, n).Select(i => new OptimisedParameter($"x{i}", min, max, start, "m"))];

    public int Evaluations => evaluations;

    public double Cost(ReadOnlySpan<double> values)
    {
        Interlocked.Increment(ref evaluations);
        return cost(values.ToArray());
    }

    public static double Sphere(double[] x) => x.Sum(xi => xi * xi);

    /// <summary>Axes from 1 to 1000 in length, so condition 1e6.</summary>
    public static double Ellipsoid(double[] x) => x.Select((xi, i) => Math.Pow(1e6, i / (x.Length - 1.0)) * xi * xi).Sum();

    /// <summary>Optimum 0 at (1, ..., 1), at the end of a bent valley.</summary>
    public static double Rosenbrock(double[] x) =>
        Enumerable.Range(0, x.Length - 1).Sum(i => 100 * Math.Pow(x[i + 1] - x[i] * x[i], 2) + Math.Pow(1 - x[i], 2));
}
