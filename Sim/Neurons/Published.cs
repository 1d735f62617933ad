using Locomotion.Controller.Neurons;

namespace Locomotion.Sim.Neurons;

/// <summary>The published single-unit study: its neuron, its start and its step.</summary>
/// <remarks>Source: the configuration files of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public static class Published
{
    /// <summary>The step, s.</summary>
    public const double Step = 1e-3;

    /// <summary>First adaptation of the simplified neuron; its first voltage is −1.</summary>
    public const double FirstAdaptation = 0.3;

    /// <summary>The simplified neuron of the single-unit study; its shape is <see cref="BiolikeShape"/>.</summary>
    public static BursterParameters Burster { get; } = new()
    {
        ActiveTime = 0.4, QuietTime = 1, AdaptationTime = 2,
        ActiveScalePositive = 0.35, QuietScalePositive = 0.05, ActiveScaleNegative = 0.9, QuietScaleNegative = 1.3,
        ActiveAdaptationPositive = 1, QuietAdaptationPositive = 1.2, ActiveAdaptationNegative = 1.2, QuietAdaptationNegative = 0.8,
        TonicAbove = 1, SilentBelow = 0, QuietDelay = 0.15, Noise = 0.02, Bias = 0.4,
    };

    /// <summary>One such neuron in the state in which the study starts.</summary>
    public static BursterPopulation SingleUnit(double noise, ulong seed = 0) => SingleUnit(Burster with { Noise = noise }, new BiolikeShape(), seed);

    /// <summary>One neuron in the state in which the study starts.</summary>
    public static BursterPopulation SingleUnit(BursterParameters parameters, FiringShape shape, ulong seed)
    {
        BursterPopulation neuron = new(parameters, shape, 1, Step, seed, scheme: BursterScheme.SingleUnit);
        neuron.Adaptation[0] = FirstAdaptation;
        return neuron;
    }
}
