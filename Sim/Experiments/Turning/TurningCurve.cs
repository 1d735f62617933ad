using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Sim.Experiments;

/// <summary>A gait of a cord at every Turn, from right to left.</summary>
internal sealed record TurningCurve(Oscillator Cord, Gait Gait, IReadOnlyList<TurningRow> Rows)
{
    /// <summary>Cord and gait.</summary>
    public string Name => $"{Trial.Name(Cord)}, {Gait.Name}";

    /// <summary>Turning at Turn 0, rad per body length.</summary>
    public double Drift => Rows[Rows.Count / 2].PerLength;

    /// <summary>Turning at the largest Turn to either side, mean without its side, rad per body length.</summary>
    public double Largest => (Rows[^1].PerLength - Rows[0].PerLength) / 2;

    /// <summary>The same, rad/s.</summary>
    public double LargestRate => (Rows[^1].Rate - Rows[0].Rate) / 2;

    /// <summary>The least that a Turn other than 0 turns to its own side, rad per body length; below 0 it turns to the other.</summary>
    public double LeastToItsSide => Rows.Where(row => row.Turn != 0).Min(row => Math.Sign(row.Turn) * row.PerLength);

    /// <summary>The least that turning rises from one Turn to the next, rad per body length.</summary>
    public double LeastRise => Rows.Zip(Rows.Skip(1), (row, next) => next.PerLength - row.PerLength).Min();

    /// <summary>How much a turn to the left and one to the right differ at most, half of it, rad per body length.</summary>
    public double Asymmetry => Rows.Zip(Rows.Reverse(), (row, other) => Math.Abs(row.PerLength + other.PerLength) / 2).Max();

    /// <summary>Speed at the largest Turn over that at Turn 0.</summary>
    public double SpeedKept => (Rows[0].Speed + Rows[^1].Speed) / 2 / Rows[Rows.Count / 2].Speed;
}
