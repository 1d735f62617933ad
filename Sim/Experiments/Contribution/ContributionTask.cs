using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Maths;
using Locomotion.Body.Animals;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Experiments;

/// <summary>What the animal is told, and where.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Command">What it is told.</param>
/// <param name="Habitat">Where.</param>
/// <param name="Seconds">For how long.</param>
internal sealed record ContributionTask(string Name, DescendingCommand Command, Habitat Habitat, double Seconds)
{
    /// <summary>The three gaits where they belong, the fast walk with its trunk held, and the two places where commands and senses disagree.</summary>
    public static readonly ContributionTask
        Slow = new("slow walk", Gait.SlowWalk.Command, Habitat.Land, 10), Fast = new("fast walk", Gait.FastWalk.Command, Habitat.Land, 10),
        Swim = new("swim", Gait.Swim.Command, Habitat.Water, 10), Held = new("fast, trunk held", new(drive: 1, release: 0, swim: 0), Habitat.Land, 6),
        SwimOnLand = new("told to swim on land", Gait.Swim.Command, Habitat.Land, 4), WalkInWater = new("told to walk in water", Gait.FastWalk.Command, Habitat.Water, 4);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContributionTask> All { get; } = [Slow, Fast, Swim, Held, SwimOnLand, WalkInWater];

    /// <summary>How <paramref name="animal"/> does it.</summary>
    public ContributionFigures Run(Animal animal, ulong seed, CancellationToken stop)
    {
        ExpectedGait expected = Habitat == Habitat.Water && Command.Swim > 0 ? ExpectedGait.Swim : ExpectedGait.Walk;
        (RunSummary summary, Trajectory run) = Scene.Run(Scene.Of(animal, Habitat, seed, Scene.Phase(Command, Seconds, expected)), stop);
        PhaseSummary phase = summary.Phases[0];
        return new ContributionFigures(summary.Transitions[0].SettledS ?? double.NaN, phase.SpeedBlPerS ?? double.NaN, phase.LegWaveLagCycles ?? double.NaN,
            phase.LegWaveCoherence ?? double.NaN, Antiphase(run), TrunkCoherence(run), phase.FoldedFraction ?? double.NaN);
    }

    /// <summary>−mean cos(φ_left − φ_right) over the second half: 1 if the legs of each segment step in turn, 0 if they step as they like.</summary>
    private static double Antiphase(Trajectory run)
    {
        PhaseOrder along = default, across = default;
        for (int k = run.Count / 2; k < run.Count; k++) run.AddLegs(k, run.AllSegments, ref along, ref across);
        return -across.Coherence * DMath.Cos(Math.Tau * across.Phase);
    }

    private static double TrunkCoherence(Trajectory run)
    {
        PhaseOrder along = default;
        for (int k = run.Count / 2; k < run.Count; k++) run.AddTrunk(k, run.AllSegments, ref along);
        return along.Coherence;
    }
}
