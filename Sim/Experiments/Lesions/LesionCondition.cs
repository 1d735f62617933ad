using Locomotion.Controller.Descending;

namespace Locomotion.Sim.Experiments;

/// <summary>Where a lesioned animal is and what it is told.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Command">What its higher centers are told, as far as there are any.</param>
/// <param name="InWater">In open water, or on level land.</param>
internal sealed record LesionCondition(string Name, DescendingCommand Command, bool InWater)
{
    public static readonly LesionCondition Slow = new("land, slow", Gait.SlowWalk.Command, InWater: false);
    public static readonly LesionCondition Fast = new("land, driven fast", Gait.FastWalk.Command, InWater: false);
    public static readonly LesionCondition Water = new("water", Gait.Swim.Command, InWater: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LesionCondition> All { get; } = [Slow, Fast, Water];
}
