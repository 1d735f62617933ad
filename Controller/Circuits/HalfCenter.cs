using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Circuits;

/// <summary>Two neurons that inhibit each other, "flexor" and "extensor": the three published variants.</summary>
/// <remarks>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454, and the authors' published analysis code.</remarks>
public static class HalfCenter
{
    /// <summary>A burster that excludes a rate neuron; published with steps of 50 ms.</summary>
    public static CircuitDesign BursterAndRate()
    {
        CircuitDesign design = new();
        Group flexor = design.Bursters("flexor", new() { Bias = 0.2 }), extensor = design.Rates("extensor", new() { Bias = 0.8 });
        design.Connect(extensor, flexor, -0.1);
        design.Connect(flexor, extensor, -0.9);
        return design;
    }

    /// <summary>Two equal bursters; published with steps of 50 ms.</summary>
    public static CircuitDesign TwoBursters() => Mutual(new() { Noise = 0.05, QuietDelay = 0.1 });

    /// <summary>Two equal bursters as fast as those of a walking mouse; published with steps of 10 ms.</summary>
    public static CircuitDesign TwoLocomotorBursters() => Mutual(new()
    {
        AdaptationTime = 0.5, ActiveTime = 0.08, QuietTime = 0.31,
        ActiveScalePositive = 0.25, QuietScalePositive = 0.04, ActiveScaleNegative = 0.9, QuietScaleNegative = 1,
        ActiveAdaptationPositive = 1, QuietAdaptationPositive = 1.2, ActiveAdaptationNegative = 1.2, QuietAdaptationNegative = 0.8,
        TonicAbove = 1, QuietDelay = 0.1, QuietMargin = 0.05, Noise = 0.2,
    });

    private static CircuitDesign Mutual(BursterParameters parameters)
    {
        CircuitDesign design = new();
        Group flexor = design.Bursters("flexor", parameters), extensor = design.Bursters("extensor", parameters);
        design.Connect(extensor, flexor, -1);
        design.Connect(flexor, extensor, -1);
        return design;
    }
}
