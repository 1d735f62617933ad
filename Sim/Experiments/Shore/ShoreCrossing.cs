using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Experiments;

/// <summary>An animal that crosses a shore, from a random state.</summary>
/// <param name="Oscillator">What makes its rhythm.</param>
/// <param name="Entering">From land into the water, or out of it.</param>
/// <param name="Decides">Whether its brain decides to swim by itself; else it is commanded to swim all along, and ground overwrites that.</param>
/// <param name="Seed">Of the first state.</param>
public sealed record ShoreCrossing(Oscillator Oscillator, bool Entering, bool Decides, ulong Seed)
{
    private const double Seconds = 10, After = 8, Jitter = 0.01;    // s; m to either side

    /// <summary>The shore: level land, a slope of 1 in 10 from x = 0, and water 18 mm deep beyond.</summary>
    public static Habitat Shore { get; } = new([(0, 0), (0.2, -0.02)], waterLevel: -0.002);

    /// <summary>What is run.</summary>
    public Scenario Scenario()
    {
        Animal animal = Scene.Animal(Oscillator);
        if (Decides) animal = animal with { Controller = animal.Controller with { Centers = animal.Controller.Centers with { SwimDecision = SwimDecision.Auto } } };
        Xoshiro256 random = new(Seed);
        double jitter = random.NextBetween(-Jitter, Jitter);
        DescendingCommand command = Decides ? Gait.FastWalk.Command : Gait.Swim.Command;
        return Scene.Of(animal, Shore, Seed, new ScenarioPhase("crossing", Seconds, command, Entering ? PhaseEnd.AllWet : PhaseEnd.AllDry, ExpectedGait.Walk),
            new ScenarioPhase("beyond", After, command, PhaseEnd.Time, Entering ? ExpectedGait.Swim : ExpectedGait.Walk)) with
        {
            Start = Entering ? new(-0.15 + jitter, 0, 0) : new(0.25 + jitter, 0, Math.PI),
        };
    }

    /// <summary>Crosses.</summary>
    public ShoreOutcome Run(CancellationToken stop)
    {
        (RunSummary summary, Trajectory run) = Scene.Run(Scenario(), stop);
        bool crossed = summary.Phases.Count == 2 && summary.Transitions[1].SettledS is not null;
        double?[] changes = [.. Enumerable.Range(0, run.Segments).Select(i => ChangeOf(run, i))];
        int inOrder = Enumerable.Range(1, run.Segments - 1).Count(i => changes[i] > changes[i - 1]);
        return new ShoreOutcome(crossed, inOrder / (run.Segments - 1.0), MostAtOnce(run), Halfway(run));
    }

    /// <summary>When the legs of a segment change for good from one to the other, s; null if they do not.</summary>
    private double? ChangeOf(Trajectory run, int segment)
    {
        int k = run.Count;
        while (k > 0 && IsFolded(run, k - 1, segment) == Entering) k--;
        return k > 0 && k < run.Count ? run.Time(k) : null;
    }

    /// <summary>Most segments that fold or unfold between two samples.</summary>
    private static int MostAtOnce(Trajectory run) => Enumerable.Range(1, run.Count - 1)
        .Max(k => Enumerable.Range(0, run.Segments).Count(i => IsFolded(run, k, i) != IsFolded(run, k - 1, i)));

    /// <summary>The sample at which the boundary is nearest the middle of the body, looked at segment by segment.</summary>
    private ShoreHalfway Halfway(Trajectory run)
    {
        int middle = run.Segments / 2, before = Entering ? 0 : run.Segments, begin = 0;
        for (int k = 0; k < run.Count; k++)
        {
            if (Folded(run, k) == before) begin = k;        // swimming, legs first fold
        }
        int sample = Enumerable.Range(begin, run.Count - begin).MinBy(k => Math.Abs(Folded(run, k) - middle));
        int folded = Folded(run, sample);
        if (folded == 0 || folded == run.Segments) return ShoreHalfway.Never;
        // entering, the head is in the water; leaving, the tail still is
        SegmentRange wet = Entering ? new(0, folded) : new(run.Segments - folded, folded), dry = Entering ? new(folded, run.Segments - folded) : new(0, run.Segments - folded);
        bool parted = Enumerable.Range(wet.First, wet.Count).All(i => IsFolded(run, sample, i)) && Enumerable.Range(dry.First, dry.Count).All(i => !IsFolded(run, sample, i));
        PhaseOrder legs = default, across = default, trunk = default;
        run.AddLegs(sample, dry, ref legs, ref across);
        run.AddTrunk(sample, wet, ref trunk);
        return new ShoreHalfway(folded, parted,
            Enumerable.Range(wet.First, wet.Count).Min(i => run.Of(sample, i, SegmentSignal.Wetness)),
            Enumerable.Range(dry.First, dry.Count).Max(i => run.Of(sample, i, SegmentSignal.Wetness)),
            legs.Coherence, legs.Lag, across.Phase, trunk.Coherence, trunk.Lag);
    }

    private static int Folded(Trajectory run, int sample) => Enumerable.Range(0, run.Segments).Count(i => IsFolded(run, sample, i));

    private static bool IsFolded(Trajectory run, int sample, int segment) => run.Of(sample, segment, SegmentSignal.Fold) > 0.5;
}
