using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Controller;

/// <summary>Everything that can be tuned in the nervous system. Immutable; every instance is valid. The defaults are the animal's.</summary>
public sealed record ControllerParameters : ParameterGroup
{
    /// <summary>All of them, by name.</summary>
    public static ParameterTree Tree { get; } = ParameterTree.Of<ControllerParameters>();

    /// <summary>Phase oscillators or bursting neurons.</summary>
    [Parameter("What makes the rhythm of legs and trunk.", AtRest = true)]
    public Oscillator Oscillator { get; init; }

    /// <summary>Brain and SEG.</summary>
    public HigherCenterParameters Centers { get; init; } = new();

    /// <summary>Phase oscillators of the legs.</summary>
    public LegRhythmParameters Legs { get; init; } = new();

    /// <summary>Phase oscillators of the trunk.</summary>
    public TrunkRhythmParameters Trunk { get; init; } = new();

    /// <summary>Bursting neurons of legs and trunk.</summary>
    public BurstingParameters Bursting { get; init; } = new();

    /// <summary>Relayed messages.</summary>
    public RelayParameters Relay { get; init; } = new();

    /// <summary>Excitation of a segment.</summary>
    public ExcitationParameters Excitation { get; init; } = new();

    /// <summary>Strokes to angles.</summary>
    public MotorParameters Motor { get; init; } = new();
}
