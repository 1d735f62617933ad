using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>
/// A cord of bursting neurons: each leg has a flexor and an extensor, each trunk joint a left and a right burster. The two of a pair
/// silence each other; when the burst of one ends, the other's begins.
/// </summary>
/// <remarks>
/// Swing is the flexor's burst, which nothing shortens; stance the extensor's. A joint's burst and its adaptation are scaled alike, so that
/// input changes only how fast adaptation runs, not its bounds: a burst sums up its input, as an integrator does. An extensor's burst does
/// nearly the same; its bound moves a little as well, so that what arrives late in a stance counts more.
/// Source: the neuron of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454; the circuit is ours.
/// </remarks>
public sealed record BurstingParameters : ParameterGroup
{
    private const string Fitted = "ours: durations, bias and scales by `locomotion optimise`, the rest set";

    /// <summary>Swing.</summary>
    [DefaultsFrom(Fitted)]
    public BursterParameters Flexor { get; init; } = new()
    {
        ActiveTime = 0.0757, QuietTime = 0.05, AdaptationTime = 0.135, Bias = 0.1, TonicAbove = 5,
        ActiveScalePositive = 1, ActiveScaleNegative = 1, QuietScalePositive = 1, QuietScaleNegative = 1,
    };

    /// <summary>Stance.</summary>
    [DefaultsFrom(Fitted)]
    public BursterParameters Extensor { get; init; } = new()
    {
        ActiveTime = 0.594, QuietTime = 0.08, AdaptationTime = 0.53, Bias = -0.29, TonicAbove = 5, SilentBelow = -0.3,
        ActiveScalePositive = 0.0424, ActiveAdaptationPositive = 0.0611, ActiveScaleNegative = 1.5, ActiveAdaptationNegative = 1.5,
        QuietScalePositive = 1, QuietScaleNegative = 1,
    };

    /// <summary>Bending to the left, and to the right.</summary>
    [DefaultsFrom("ours")]
    public BursterParameters Joint { get; init; } = new()
    {
        ActiveTime = 0.45, QuietTime = 0.03, AdaptationTime = 0.48, TonicAbove = 5, SilentBelow = -0.5,
        ActiveScalePositive = 0.07, ActiveAdaptationPositive = 0.07, ActiveScaleNegative = 1.5, ActiveAdaptationNegative = 1.5,
        QuietScalePositive = 1, QuietScaleNegative = 1,
    };

    /// <summary>Firing rate of a flexor in its burst.</summary>
    public LinearShape FlexorShape { get; init; } = new() { Start = 1, End = 1 };

    /// <summary>Firing rate of an extensor in its burst.</summary>
    public LinearShape ExtensorShape { get; init; } = new() { Start = 0.321, End = 1 };

    /// <summary>Firing rate of a joint's burster in its burst.</summary>
    public LinearShape JointShape { get; init; } = new() { Start = 1, End = 1 };

    /// <summary>By how much a burster silences the other one of its pair.</summary>
    [Parameter(-100, 0, "1", "Weight of the synapse between the two bursters of a leg or a joint.")]
    public double Opponent { get; init => field = Checked(value); } = -5;

    /// <summary>By how much a swinging leg keeps the other of its segment from lifting off.</summary>
    [Parameter(-100, 0, "1", "Weight of the synapse between the two flexors of a segment: a leg that is due waits until the other has swung.")]
    public double Exclusion { get; init => field = Checked(value); } = -2;

    /// <summary>Pace of the extensors.</summary>
    public LegSynapseParameters Legs { get; init; } = new();

    /// <summary>Pace of the joints' bursters.</summary>
    public JointSynapseParameters Joints { get; init; } = new();

    /// <summary>From rates to movements.</summary>
    public MuscleParameters Muscles { get; init; } = new();
}
