using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;

namespace Locomotion.Sim.Scenarios;

/// <summary>One stretch of a scenario under one descending command.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Seconds">How long it takes; with <paramref name="Until"/>, at most.</param>
/// <param name="Command">What the higher centers are told.</param>
/// <param name="Until">Ends the phase early.</param>
/// <param name="Expect">The gait it should settle to.</param>
public sealed record ScenarioPhase(string Name, double Seconds, DescendingCommand Command, PhaseEnd Until, ExpectedGait Expect);

/// <summary>Which gait a phase should settle to.</summary>
public enum ExpectedGait
{
    /// <summary>On legs.</summary>
    Walk,
    /// <summary>Legs folded, by the trunk.</summary>
    Swim,
}

/// <summary>What ends a phase before its time is up.</summary>
public enum PhaseEnd
{
    /// <summary>Nothing: its time.</summary>
    Time,
    /// <summary>The head is under water.</summary>
    HeadWet,
    /// <summary>The head feels the ground.</summary>
    HeadAground,
    /// <summary>The whole body is under water.</summary>
    AllWet,
    /// <summary>The whole body is out of the water.</summary>
    AllDry,
}

/// <summary>Decides <see cref="PhaseEnd"/> from what the body feels.</summary>
internal static class PhaseEndRule
{
    public static bool Reached(this PhaseEnd end, Senses senses) => end switch
    {
        PhaseEnd.HeadWet => senses.Wetness[0] >= 1,
        PhaseEnd.HeadAground => senses.FootContact[0] > 0,
        PhaseEnd.AllWet => senses.Wetness.AsSpan().IndexOfAnyExceptInRange(1, double.MaxValue) < 0,
        PhaseEnd.AllDry => senses.Wetness.AsSpan().IndexOfAnyExceptInRange(0, 0) < 0,
        _ => false,
    };
}
