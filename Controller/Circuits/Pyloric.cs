using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Circuits;

/// <summary>
/// The pyloric rhythm of the crab's stomach: the pacemaker PD starts each cycle by inhibiting LP and PY, which recover one after the other.
/// </summary>
/// <remarks>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454, and the authors' published analysis code.</remarks>
public static class Pyloric
{
    /// <summary>The neurons, in the order in which they fire.</summary>
    public static readonly IReadOnlyList<string> Neurons = ["PD", "LP", "PY"];

    /// <summary>How much longer every duration is, for <see cref="CircuitDesign.Slow"/>, at <paramref name="celsius"/> than at 10 °C: e^−(T − 10)/13.</summary>
    public static double TimeScale(double celsius) => Maths.DMath.Exp(-(celsius - 10) / 13);

    /// <summary>The circuit at 10 °C; without synapses its neurons are isolated.</summary>
    public static CircuitDesign Design(bool synapses = true)
    {
        BursterParameters pacemaker = new()
        {
            AdaptationTime = 1.5, ActiveTime = 0.2, QuietTime = 0.8,
            ActiveScalePositive = 1, ActiveScaleNegative = 0.9, QuietScalePositive = 1, QuietScaleNegative = 1.1,
            Noise = 0.05,
        };
        BursterParameters follower = new()
        {
            AdaptationTime = 1.5, ActiveTime = 0.25, QuietTime = 0.75,
            ActiveScalePositive = 1, ActiveScaleNegative = 0.5, QuietScalePositive = 1, QuietScaleNegative = 1.3,
            ActiveAdaptationPositive = 1, ActiveAdaptationNegative = 1.1, QuietAdaptationPositive = 1.1, QuietAdaptationNegative = 0.5,
            QuietMargin = 0.01, Bias = -0.1, Noise = 0.05,
        };
        CircuitDesign design = new();
        Group pd = design.Bursters("PD", pacemaker);
        Group lp = design.Bursters("LP", follower with { QuietDelay = 0.25 });
        Group py = design.Bursters("PY", follower with { QuietDelay = 0.95 });
        if (!synapses) return design;
        design.Connect(pd, lp, -1);
        design.Connect(pd, py, -1);
        design.Connect(lp, pd, -0.1);
        design.Connect(lp, py, -0.5);
        design.Connect(py, lp, -0.5);
        return design;
    }
}
