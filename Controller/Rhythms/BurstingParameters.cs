using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>
/// A cord of bursting neurons: each leg has a flexor and an extensor, each trunk joint a left and a right burster. The two of a pair
/// silence each other; when the burst of one ends, the other's begins.
/// </summary>
/// <remarks>
/// Swing is the flexor's burst, which nothing shortens; stance the extensor's. Input changes only how fast an extensor's or a joint's
/// adaptation runs, not its bounds: burst and adaptation are scaled alike. So a burst sums up its input, as an integrator does.
/// Source: the neuron of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454; the circuit is ours.
/// </remarks>
public sealed record BurstingParameters : ParameterGroup
{
    /// <summary>Swing.</summary>
    public BursterParameters Flexor { get; init; } = new()
    {
        ActiveTime = 0.085, QuietTime = 0.05, AdaptationTime = 0.135, Bias = 0.1, TonicAbove = 5,
        ActiveScalePositive = 1, ActiveScaleNegative = 1, QuietScalePositive = 1, QuietScaleNegative = 1,
    };

    /// <summary>Stance.</summary>
    public BursterParameters Extensor { get; init; } = Paced(active: 0.45, quiet: 0.08, fastest: 0.07, slowest: 1.5) with { Bias = 0.08, SilentBelow = -0.3 };

    /// <summary>Bending to the left, and to the right.</summary>
    public BursterParameters Joint { get; init; } = Paced(active: 0.45, quiet: 0.03, fastest: 0.07, slowest: 1.5) with { SilentBelow = -0.5 };

    /// <summary>Firing rate of a flexor in its burst.</summary>
    public LinearShape FlexorShape { get; init; } = new() { Start = 1, End = 0.4 };

    /// <summary>Firing rate of an extensor in its burst.</summary>
    public LinearShape ExtensorShape { get; init; } = new() { Start = 0.4, End = 1 };

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

    /// <summary>A burster whose input sets only the pace of its adaptation: from <paramref name="fastest"/> times its burst at input 1 to <paramref name="slowest"/> at −1.</summary>
    private static BursterParameters Paced(double active, double quiet, double fastest, double slowest) => new()
    {
        ActiveTime = active, QuietTime = quiet, AdaptationTime = active + quiet, TonicAbove = 5,
        ActiveScalePositive = fastest, ActiveAdaptationPositive = fastest, ActiveScaleNegative = slowest, ActiveAdaptationNegative = slowest,
        QuietScalePositive = 1, QuietScaleNegative = 1,
    };
}
