namespace Locomotion.Sim.Optimisation;

/// <summary>The box [0, 1]^n in which candidates are evaluated, with mirrors for walls.</summary>
/// <remarks>
/// The search itself knows no bounds; a coordinate outside is evaluated at its mirror image. The cost continues evenly beyond a wall,
/// so an optimum on the wall looks like one inside. Chosen over a penalty because a penalty must be weighed against the cost, and then
/// the search would no longer follow from the ranks alone; over drawing again because that shifts the distribution that is adapted.
/// </remarks>
public static class UnitBox
{
    /// <summary>The image in [0, 1] of a coordinate: even, of period 2.</summary>
    public static double Fold(double x) => Math.Abs(Centre(x));

    /// <summary>The coordinate in [−1, 1] that cannot be told from <paramref name="x"/>, whole periods away.</summary>
    public static double Centre(double x) => x - 2 * Math.Round(x / 2);
}
