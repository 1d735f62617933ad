using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Neurons;

/// <summary>Which neuron a study runs.</summary>
public enum UnitModel
{
    /// <summary>The simplified burster.</summary>
    Simplified,
    /// <summary>The reduced biophysical neuron.</summary>
    Biophysical,
}

/// <summary>One neuron alone, as in the published single-unit study: steps of 1 ms, its first state, its input from a stimulus.</summary>
/// <remarks>Source: the configuration files of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public sealed record SingleUnit
{
    /// <summary>The step, s: a sample of a trace is a millisecond.</summary>
    public const double Step = 1e-3;

    /// <summary>Length of a run unless a study needs more, steps.</summary>
    public const int Duration = 5000;

    private const double FirstAdaptation = 0.3;     // of the simplified neuron

    /// <summary>The study's simplified neuron, noise included.</summary>
    public static readonly BursterParameters PublishedBurster = new()
    {
        ActiveTime = 0.4, QuietTime = 1, AdaptationTime = 2,
        ActiveScalePositive = 0.35, QuietScalePositive = 0.05, ActiveScaleNegative = 0.9, QuietScaleNegative = 1.3,
        ActiveAdaptationPositive = 1, QuietAdaptationPositive = 1.2, ActiveAdaptationNegative = 1.2, QuietAdaptationNegative = 0.8,
        TonicAbove = 1, SilentBelow = 0, QuietDelay = 0.15, Noise = 0.02, Bias = 0.4,
    };

    /// <summary>Which neuron.</summary>
    public UnitModel Model { get; init; }

    /// <summary>The simplified neuron's parameters.</summary>
    public BursterParameters Burster { get; init; } = PublishedBurster;

    /// <summary>The simplified neuron's firing shape.</summary>
    public FiringShape Shape { get; init; } = new BiolikeShape();

    /// <summary>The biophysical neuron's parameters.</summary>
    public BiophysicalParameters Membrane { get; init; } = new();

    /// <summary>From this follows the noise: the same in every run of a study.</summary>
    public ulong Seed { get; init; }

    /// <summary>What one unit of stimulus is for this neuron: the biophysical one is about ten times as sensitive.</summary>
    public double StrengthUnit => Model == UnitModel.Simplified ? 1 : 0.1;

    /// <summary>Whether this is the published neuron without its noise, for which golden tables exist.</summary>
    public bool IsGolden => Model == UnitModel.Simplified
        ? Burster == PublishedBurster with { Noise = 0 } && Shape == new BiolikeShape()
        : Membrane == new BiophysicalParameters();

    /// <summary>The neuron in its first state.</summary>
    public Population Build()
    {
        if (Model == UnitModel.Biophysical) return new BiophysicalPopulation(Membrane, 1, Step);
        BursterPopulation neuron = new(Burster, Shape, 1, Step, Seed, scheme: BursterScheme.SingleUnit);
        neuron.Adaptation[0] = FirstAdaptation;
        return neuron;
    }

    /// <summary>Runs the neuron; <paramref name="stimulus"/> is the input at a time, ms. Sample 0 is the first state.</summary>
    public UnitTrace Run(Func<int, double> stimulus, int steps = Duration)
    {
        Population neuron = Build();
        UnitTrace trace = new(steps + 1);
        double[] input = [stimulus(0)], rate = [0];
        rate[0] = neuron is BursterPopulation burster
            ? burster.Rate(neuron.Voltage[0], neuron.Adaptation[0], input[0] + Burster.Bias)
            : Biophysical.Rate(neuron.Voltage[0]);
        trace.Set(0, neuron, rate[0], input[0]);
        for (int k = 1; k <= steps; k++)
        {
            double stimulated = input[0] = stimulus(k);
            neuron.Step(input, rate);
            trace.Set(k, neuron, rate[0], stimulated);
        }
        return trace;
    }

    /// <summary>Runs the neuron with the same input throughout.</summary>
    public UnitTrace Run(double input) => Run(_ => input);

    /// <summary>A copy with one parameter set from text: shape.NAME for the firing shape, else a parameter of the neuron.</summary>
    /// <exception cref="InvalidInputException">There is no such parameter, or no such value.</exception>
    public SingleUnit With(string name, string text)
    {
        if (Model == UnitModel.Biophysical) return this with { Membrane = ParameterTree.Of<BiophysicalParameters>()[name].Write(Membrane, text) };
        return name == "shape"
            ? this with { Shape = FiringShapes.Named(text) }
            : this with { Burster = ParameterTree.Of<BursterParameters>()[name].Write(Burster, text) };
    }
}
