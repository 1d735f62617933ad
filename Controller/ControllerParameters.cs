using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller;

/// <summary>Everything that can be tuned in the nervous system. Immutable; every instance is valid. The defaults are the animal's.</summary>
public sealed record ControllerParameters : ParameterGroup
{
    /// <summary>Brain and SEG.</summary>
    public HigherCenterParameters Centers { get; init; } = new();

    /// <summary>Leg oscillators.</summary>
    public LegRhythmParameters Legs { get; init; } = new();

    /// <summary>Trunk oscillators.</summary>
    public TrunkRhythmParameters Trunk { get; init; } = new();

    /// <summary>Relayed messages.</summary>
    public RelayParameters Relay { get; init; } = new();

    /// <summary>Excitation of a segment.</summary>
    public ExcitationParameters Excitation { get; init; } = new();

    /// <summary>Phases to angles.</summary>
    public MotorParameters Motor { get; init; } = new();
}
