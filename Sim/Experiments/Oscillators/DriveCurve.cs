using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Metrics;

namespace Locomotion.Sim.Experiments;

/// <summary>How one cord walks at every drive.</summary>
/// <param name="Cord">What makes its rhythm.</param>
/// <param name="Drives">From the least drive to the largest.</param>
internal sealed record DriveCurve(Oscillator Cord, IReadOnlyList<Outcomes> Drives)
{
    /// <summary>The walk at that drive.</summary>
    public Outcomes At(double drive) => Drives.Single(outcomes => outcomes.Trial.Command.Drive == drive);

    /// <summary>The smallest mean of a figure at any drive.</summary>
    public double Least(Func<GaitMetrics, double?> figure) => Drives.Min(outcomes => outcomes.Mean(figure));

    /// <summary>The largest mean of a figure at any drive.</summary>
    public double Most(Func<GaitMetrics, double?> figure) => -Least(gait => -figure(gait));

    /// <summary>The drive at which the mean of a figure is smallest.</summary>
    public double WhereLeast(Func<GaitMetrics, double?> figure) => Drives.MinBy(outcomes => outcomes.Mean(figure))!.Trial.Command.Drive;

    /// <summary>The mean of a figure at one drive over that at another, less 1.</summary>
    public double Change(Func<GaitMetrics, double?> figure, double from, double to) => At(to).Mean(figure) / At(from).Mean(figure) - 1;
}
