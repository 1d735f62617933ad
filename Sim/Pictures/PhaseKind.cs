using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Pictures;

/// <summary>What a phase of a scenario is coloured as.</summary>
internal enum PhaseKind
{
    /// <summary>Walking with the trunk held still.</summary>
    SlowWalk,
    /// <summary>Walking with the trunk released.</summary>
    FastWalk,
    /// <summary>Told to swim, and expected to.</summary>
    Swim,
    /// <summary>At rest, or between gaits.</summary>
    Other,
}

/// <summary>Decides <see cref="PhaseKind"/> from what a phase commands.</summary>
internal static class PhaseKindRule
{
    public static PhaseKind Kind(this ScenarioPhase phase)
    {
        if (phase.Command.Swim >= 0.5) return phase.Expect == ExpectedGait.Swim ? PhaseKind.Swim : PhaseKind.Other;
        if (phase.Command.Drive < 0.02) return PhaseKind.Other;
        return phase.Command.Release >= 0.5 ? PhaseKind.FastWalk : PhaseKind.SlowWalk;
    }
}
