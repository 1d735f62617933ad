namespace Locomotion.Sim.Neurons;

/// <summary>Evenly spaced values without the dust of binary fractions.</summary>
internal static class Grid
{
    /// <summary>From <paramref name="from"/> to <paramref name="to"/>, both included, each times <paramref name="unit"/>, to ten decimals.</summary>
    public static IReadOnlyList<double> Of(double from, double to, double step, double unit = 1) =>
        [.. Enumerable.Range(0, (int)Math.Round((to - from) / step) + 1).Select(k => Math.Round((from + k * step) * unit, 10))];
}
