using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Experiments;

/// <summary>A cord and the gait it is told to walk in, over some ground.</summary>
/// <param name="Cord">What makes its rhythm.</param>
/// <param name="Gait">What it is told.</param>
/// <param name="Lead">Level ground before the first gap, body lengths: room for the gait to settle.</param>
/// <param name="Seconds">Time it is given to walk across.</param>
/// <param name="RoughFrom">On rough ground it is measured from then on, s.</param>
/// <param name="RoughUntil">Until then: not so long that a fast walk turns along the gaps.</param>
internal sealed record GroundWalk(Oscillator Cord, Gait Gait, double Lead, double Seconds, double RoughFrom, double RoughUntil)
{
    /// <summary>Slow and fast, by either cord.</summary>
    public static GroundWalk
        PhaseSlow = new(Oscillator.Phase, Gait.SlowWalk, Lead: 2, Seconds: 7.5, RoughFrom: 3, RoughUntil: 10),
        PhaseFast = new(Oscillator.Phase, Gait.FastWalk, Lead: 3, Seconds: 4.5, RoughFrom: 1.5, RoughUntil: 4),
        BurstingSlow = new(Oscillator.Bursting, Gait.SlowWalk, Lead: 2, Seconds: 10, RoughFrom: 3, RoughUntil: 10),
        BurstingFast = new(Oscillator.Bursting, Gait.FastWalk, Lead: 5, Seconds: 9, RoughFrom: 1.5, RoughUntil: 4);

    /// <summary>In a few words.</summary>
    public string Name => $"{Trial.Name(Cord)} cord, {(Gait.Command.Drive < 1 ? "slow" : "fast")}";

    /// <summary>Whether it walks by the phase oscillators.</summary>
    public bool IsPhase => Cord == Oscillator.Phase;

    /// <summary>The animal that walks.</summary>
    public Animal Animal(AnimalChange change) => change.Of(Scene.Animal(Cord));

    /// <summary>Walks along x, its center starting at 0.</summary>
    /// <param name="animal">Who.</param>
    /// <param name="habitat">Where.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="seed">Of the first phases.</param>
    /// <param name="stop">Ends the run early.</param>
    public Trajectory Run(Animal animal, Habitat habitat, double seconds, ulong seed, CancellationToken stop) =>
        Scene.Run(Scene.Of(animal, habitat, seed, Scene.Phase(Gait.Command, seconds)), stop).Trajectory;
}
