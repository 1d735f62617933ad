using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Sim.Experiments;

/// <summary>A gait of a cord at one Turn.</summary>
/// <param name="Cord">What makes its rhythm.</param>
/// <param name="Gait">The gait.</param>
/// <param name="Turn">The command, −1 (right) to 1 (left).</param>
/// <param name="Seeds">How it turned with each seed.</param>
/// <param name="Path">The center of mass with the first seed, body lengths from where it began.</param>
internal sealed record TurningRow(Oscillator Cord, Gait Gait, double Turn, IReadOnlyList<Turned> Seeds, IReadOnlyList<(double X, double Y)> Path)
{
    /// <summary>Change of heading per body length, rad: mean of the seeds.</summary>
    public double PerLength => Seeds.Average(seed => seed.PerLength);

    /// <summary>The seed that turns most to the right, rad per body length.</summary>
    public double Least => Seeds.Min(seed => seed.PerLength);

    /// <summary>The seed that turns most to the left, rad per body length.</summary>
    public double Most => Seeds.Max(seed => seed.PerLength);

    /// <summary>Change of heading, rad/s: mean of the seeds.</summary>
    public double Rate => Seeds.Average(seed => seed.Rate);

    /// <summary>Body lengths per second along the path: mean of the seeds.</summary>
    public double Speed => Seeds.Average(seed => seed.Speed);
}
