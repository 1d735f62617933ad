using Locomotion.Controller.Cord;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>A run of a lesioned animal.</summary>
/// <param name="Oscillator">What makes its rhythm.</param>
/// <param name="Gate">How its legs are folded.</param>
/// <param name="Lesions">What was taken.</param>
/// <param name="Condition">Where it is and what it is told.</param>
/// <param name="Seed">Of the first states.</param>
internal sealed record LesionRun(Oscillator Oscillator, FoldGate Gate, IReadOnlyList<Lesion> Lesions, LesionCondition Condition, ulong Seed)
{
    /// <summary>Length of a run and from when on it is measured, s.</summary>
    private const double Seconds = 20, Measured = 15;

    /// <summary>Runs it once and measures each part of the body.</summary>
    public IReadOnlyList<PartGait> Measure(IReadOnlyList<SegmentRange> parts, CancellationToken stop)
    {
        Animal animal = Scene.Animal(Oscillator);
        animal = animal with { Controller = animal.Controller with { Relay = animal.Controller.Relay with { FoldGate = Gate } } };
        Scenario scenario = Scene.Of(animal, Scene.Habitat(Condition.InWater), Seed, Scene.Phase(Condition.Command, Seconds)) with { Lesions = Lesions };
        Trajectory run = Scene.Run(scenario, stop).Trajectory;
        int from = run.SampleAt(Measured);
        return [.. parts.Select(part => PartGait.Measure(run, part, animal.Body.Shape, from))];
    }
}
