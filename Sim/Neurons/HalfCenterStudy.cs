using Locomotion.Controller.Circuits;

namespace Locomotion.Sim.Neurons;

/// <summary>A run of one half-center.</summary>
/// <param name="Name">Which of the published variants.</param>
/// <param name="Trace">Its two neurons, "flexor" and "extensor".</param>
public sealed record HalfCenterRun(string Name, CircuitTrace Trace)
{
    /// <summary>Share of the time, after the first second, in which both fire at once.</summary>
    public double Overlap => Share((a, b) => a > 0 && b > 0);

    /// <summary>Share of the time, after the first second, in which neither fires.</summary>
    public double Gap => Share((a, b) => a <= 0 && b <= 0);

    private double Share(Func<double, double, bool> holds)
    {
        int from = (int)Math.Round(1 / Trace.Dt);
        double[] a = Trace["flexor"], b = Trace["extensor"];
        return (double)Enumerable.Range(from, Trace.Samples - from).Count(k => holds(a[k], b[k])) / (Trace.Samples - from);
    }
}

/// <summary>The three published half-centers. Only pictures of them were published, no figures.</summary>
/// <remarks>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454, and the published analysis code.</remarks>
public static class HalfCenterStudy
{
    /// <summary>Runs them as published: steps of 50, 50 and 10 ms.</summary>
    public static IReadOnlyList<HalfCenterRun> Run(ulong seed = 0, Settings? settings = null) =>
    [
        new("burster and rate neuron", Trace(HalfCenter.BursterAndRate(), settings, 5, 0.05, seed)),
        new("two bursters", Trace(HalfCenter.TwoBursters(), settings, 5, 0.05, seed)),
        new("two locomotor bursters", Trace(HalfCenter.TwoLocomotorBursters(), settings, 3, 0.01, seed + 1)),
    ];

    private static CircuitTrace Trace(CircuitDesign design, Settings? settings, double seconds, double dt, ulong seed)
    {
        settings?.Apply(design);
        return CircuitTrace.Run(design, design.Compile(dt, seed), ["flexor", "extensor"], (int)Math.Round(seconds / dt) + 1);
    }
}
