using Locomotion.Sim.Metrics;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Experiments;

/// <summary>What a trial came to, with every seed: its gait over the second half, and when it settled, s, if it did.</summary>
public sealed record Outcomes(Trial Trial, IReadOnlyList<(GaitMetrics Gait, double? SettledS)> Seeds)
{
    /// <summary>Runs every one of <paramref name="trials"/> with every one of <paramref name="seeds"/>.</summary>
    public static IReadOnlyList<Outcomes> Of(ExperimentOptions options, IReadOnlyCollection<Trial> trials, IReadOnlyCollection<ulong> seeds)
    {
        (Trial Trial, ulong Seed)[] runs = [.. trials.SelectMany(trial => seeds.Select(seed => (trial, seed)))];
        IReadOnlyList<(GaitMetrics, double?)> found = options.RunEach(runs, run =>
        {
            RunSummary summary = run.Trial.Run(run.Seed, options.Stop).Summary;
            return ((GaitMetrics)summary.Phases[0], summary.Transitions[0].SettledS);
        });
        return [.. trials.Zip(found.Chunk(seeds.Count), (trial, same) => new Outcomes(trial, same))];
    }

    /// <summary>Mean of a figure over the seeds; not a number unless every seed has it.</summary>
    public double Mean(Func<GaitMetrics, double?> figure) => Seeds.Average(seed => figure(seed.Gait) ?? double.NaN);

    /// <summary>The smallest of the seeds; not a number unless every seed has it.</summary>
    public double Least(Func<GaitMetrics, double?> figure) => Seeds.Min(seed => figure(seed.Gait) ?? double.NaN);

    /// <summary>The largest of the seeds; not a number unless every seed has it.</summary>
    public double Most(Func<GaitMetrics, double?> figure) => -Least(gait => -figure(gait));

    /// <summary>Share of the seeds that settled.</summary>
    public double SettledShare => Seeds.Average(seed => seed.SettledS is null ? 0.0 : 1);

    /// <summary>When those settled that did, s, mean; not a number if none did.</summary>
    public double SettledS => Seeds.Where(seed => seed.SettledS is not null).Select(seed => seed.SettledS!.Value).DefaultIfEmpty(double.NaN).Average();

    /// <summary>How far from half a cycle left and right are, mean of the seeds.</summary>
    public double OffAntiphase => Mean(gait => gait.LeftRightPhase is { } phase ? Math.Abs(phase - 0.5) : null);
}
