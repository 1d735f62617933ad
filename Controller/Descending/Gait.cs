using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Descending;

/// <summary>A named descending command.</summary>
/// <remarks>Source of the three: our reading of Yasui et al. 2026, bioRxiv 10.64898/2026.04.02.716080; the numbers are ours.</remarks>
public sealed record Gait(string Name, DescendingCommand Command)
{
    /// <summary>Legs alone carry the animal; the SEG holds the trunk still.</summary>
    public static readonly Gait SlowWalk = new("slow-walk", new(drive: 0.15, release: 0, swim: 0));

    /// <summary>Legs and trunk together.</summary>
    public static readonly Gait FastWalk = new("fast-walk", new(drive: 1, release: 1, swim: 0));

    /// <summary>Legs folded, the trunk passes a wave from head to tail. Where there is ground, a fast walk.</summary>
    public static readonly Gait Swim = new("swim", new(drive: 1, release: 1, swim: 1));

    /// <summary>The three gaits of the animal.</summary>
    public static IReadOnlyList<Gait> All { get; } = [SlowWalk, FastWalk, Swim];

    /// <summary>The gait of that name.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static Gait Named(string name) => All.FirstOrDefault(gait => gait.Name == name)
        ?? throw new InvalidInputException("Gait", $"'{name}'", "is not known", $"use one of {string.Join(", ", All.Select(g => g.Name))}");
}
