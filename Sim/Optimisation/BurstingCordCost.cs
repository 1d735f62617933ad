namespace Locomotion.Sim.Optimisation;

/// <summary>Parts of the cost of a cord of bursters.</summary>
/// <param name="Walking">Walks at six drives.</param>
/// <param name="Swings">How unlike their swings are.</param>
/// <param name="Bending">What trunk bending fails to add to the speed.</param>
/// <param name="Swimming">Swimming.</param>
public readonly record struct BurstingCordCost(double Walking, double Swings, double Bending, double Swimming)
{
    /// <summary>Their sum.</summary>
    public double Cost => Walking + Swings + Bending + Swimming;
}
