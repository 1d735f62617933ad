namespace Locomotion.Sim.Neurons;

/// <summary>Phases between limbs, each in cycles, [0, 1): how much later the second one's swing begins.</summary>
/// <param name="Hind">Hind left to hind right.</param>
/// <param name="Fore">Fore left to fore right.</param>
/// <param name="SameSide">Hind left to fore left.</param>
/// <param name="Diagonal">Hind left to fore right.</param>
public readonly record struct LimbPhases(double Hind, double Fore, double SameSide, double Diagonal);

/// <summary>The gaits of a mouse, from slow to fast.</summary>
public enum QuadrupedGait
{
    /// <summary>No swings.</summary>
    Rest,
    /// <summary>Left and right alternate, and diagonal limbs do not swing together.</summary>
    Walk,
    /// <summary>Left and right alternate, diagonal limbs swing together.</summary>
    Trot,
    /// <summary>In at least one girdle left and right neither alternate nor swing together: they follow each other.</summary>
    Gallop,
    /// <summary>Left and right swing together, in both girdles, and the girdles in turn.</summary>
    Bound,
    /// <summary>All limbs swing together, or cycles are missing.</summary>
    Other,
}

/// <summary>Which gait a set of limb phases is.</summary>
/// <remarks>
/// Left and right alternate if their phase is within 0.15 of a half; any two limbs swing together if their phase is within 0.1 of 0.
/// <para>Source: the categories of Bellardita and Kiehn 2015, Curr. Biol. 25:1426, doi:10.1016/j.cub.2015.04.005, and Danner et al. 2016,
/// J. Physiol. 594:6947, doi:10.1113/JP272787; the limits in numbers are ours.</para>
/// </remarks>
public static class GaitClassification
{
    private const double Together = 0.1, Alternating = 0.15;

    /// <summary>The gait of <paramref name="phases"/>.</summary>
    public static QuadrupedGait Of(LimbPhases phases)
    {
        bool Alternates(double phase) => Distance(phase, 0.5) <= Alternating;
        bool Agrees(double phase) => Distance(phase, 0) <= Together;
        if (Alternates(phases.Hind) && Alternates(phases.Fore)) return Agrees(phases.Diagonal) ? QuadrupedGait.Trot : QuadrupedGait.Walk;
        if (!(Agrees(phases.Hind) && Agrees(phases.Fore))) return QuadrupedGait.Gallop;
        return Agrees(phases.SameSide) ? QuadrupedGait.Other : QuadrupedGait.Bound;
    }

    /// <summary>Distance of two phases on the circle, 0 to a half.</summary>
    private static double Distance(double phase, double other)
    {
        double apart = Math.Abs(phase - other) % 1;
        return Math.Min(apart, 1 - apart);
    }
}
