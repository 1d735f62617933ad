using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Sim.Experiments;

/// <summary>The gaits of one cord, and its fast walk with the trunk held still.</summary>
internal sealed record CordGaits(Oscillator Cord, Outcomes Slow, Outcomes Fast, Outcomes Swim, Outcomes Held)
{
    /// <summary>In the order of speed, with their names.</summary>
    public IReadOnlyList<(string Name, Outcomes Gait)> Named => [(Gait.SlowWalk.Name, Slow), ("fast, trunk held", Held), (Gait.FastWalk.Name, Fast), (Gait.Swim.Name, Swim)];

    /// <summary>How much faster the released trunk makes the fast walk.</summary>
    public double Gain => Fast.Mean(gait => gait.SpeedBlPerS) / Held.Mean(gait => gait.SpeedBlPerS);

    /// <summary>The figures that tell the gaits apart, and how many seeds settle, in a few sentences.</summary>
    public string InWords =>
        $"With the {Trial.Name(Cord)} cord the slow walk makes {Slow.Mean(gait => gait.SpeedBlPerS):0.00} BL/s with a trunk that bends {Slow.Mean(gait => gait.TrunkAmplitudeRad):0.000} rad; "
        + $"the fast walk {Fast.Mean(gait => gait.SpeedBlPerS):0.00} BL/s with {Fast.Mean(gait => gait.TrunkAmplitudeRad):0.00} rad, {100 * (Gain - 1):+0;-0;0} % against the same drive with the trunk held; "
        + $"swimming {Swim.Mean(gait => gait.SpeedBlPerS):0.00} BL/s, {Swim.Mean(gait => gait.SpeedBlPerCycle):0.00} BL/cycle, {100 * Swim.Mean(gait => gait.FoldedFraction):0} % of the legs folded. "
        + $"{100 * Slow.SettledShare:0}, {100 * Fast.SettledShare:0} and {100 * Swim.SettledShare:0} % of the seeds settle.";

    /// <summary>What must hold of phase oscillators, with every seed.</summary>
    public IEnumerable<Check> PhaseChecks =>
    [
        Check.AtMost("phase, slow walk: trunk, any seed", Slow.Most(gait => gait.TrunkAmplitudeRad), 0.03, "rad", "0.000"),
        Check.AtLeast("phase, slow walk: least lag of a seed", Slow.Least(gait => gait.LegWaveLagCycles), 0.09, "cycles", "0.000"),
        Check.AtMost("phase, slow walk: largest lag of a seed", Slow.Most(gait => gait.LegWaveLagCycles), 0.13, "cycles", "0.000"),
        Check.AtLeast("phase, slow walk: coherence, any seed", Slow.Least(gait => gait.LegWaveCoherence), 0.95, format: "0.000"),
        Check.AtMost("phase, slow walk: left-right off 0.5, any seed", Slow.Most(gait => gait.LeftRightPhase is { } phase ? Math.Abs(phase - 0.5) : null), 0.05, "cycles", "0.000"),
        Check.AtLeast("phase, fast walk: speed over that with the trunk held", Gain, 1.2),
        Check.AtLeast("phase, swim: least speed of a seed", Swim.Least(gait => gait.SpeedBlPerCycle), 0.4, "BL/cycle"),
        Check.AtMost("phase, swim: largest speed of a seed", Swim.Most(gait => gait.SpeedBlPerCycle), 0.6, "BL/cycle"),
        Check.AtLeast("phase, swim: seeds whose wave runs to the tail", Swim.Seeds.Average(seed => seed.Gait.TrunkWaveDirection == "posterior" ? 1.0 : 0), 1),
        Check.AtLeast("phase, swim: legs folded, any seed", Swim.Least(gait => gait.FoldedFraction), 0.95),
    ];

    /// <summary>What must hold of bursting neurons, in the mean of the seeds.</summary>
    public IEnumerable<Check> BurstingChecks =>
        new[] { (Gait.SlowWalk.Name, Gait: Slow), (Gait.FastWalk.Name, Gait: Fast) }.SelectMany(walk => Walk(walk.Item1, walk.Gait));

    private static Check[] Walk(string name, Outcomes walk) =>
    [
        Check.Within($"bursting, {name}: lag", walk.Mean(gait => gait.LegWaveLagCycles), 0.08, 0.15, "cycles", "0.000"),
        Check.AtLeast($"bursting, {name}: coherence", walk.Mean(gait => gait.LegWaveCoherence), 0.9, format: "0.000"),
        Check.AtMost($"bursting, {name}: left-right off 0.5", walk.OffAntiphase, 0.05, "cycles", "0.000"),
    ];
}
