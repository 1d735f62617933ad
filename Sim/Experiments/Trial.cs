using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>The animal, its cord of one kind, under one command that does not change.</summary>
/// <param name="Cord">What makes its rhythm.</param>
/// <param name="Command">What it is told.</param>
/// <param name="Expect">The gait it should settle to: to swim it lies in open water, to walk it stands on level land.</param>
/// <param name="Seconds">How long, s.</param>
public sealed record Trial(Oscillator Cord, DescendingCommand Command, ExpectedGait Expect, double Seconds)
{
    // made once, before any thread runs
    private static readonly Animal phase = Scene.Animal(Oscillator.Phase), bursting = Scene.Animal(Oscillator.Bursting);

    /// <summary>Both kinds of cord.</summary>
    public static IReadOnlyList<Oscillator> Cords { get; } = [Oscillator.Phase, Oscillator.Bursting];

    /// <summary>The trial as a scenario.</summary>
    public Scenario Scenario(ulong seed) =>
        Scene.Of(Cord == Oscillator.Phase ? phase : bursting, Scene.Habitat(inWater: Expect == ExpectedGait.Swim), seed, Scene.Phase(Command, Seconds, Expect));

    /// <summary>Runs it; whoever asks for a stop gets an <see cref="OperationCanceledException"/>.</summary>
    public (RunSummary Summary, Trajectory Trajectory) Run(ulong seed, CancellationToken stop) => Scene.Run(Scenario(seed), stop);

    /// <summary>A kind of cord as people read it.</summary>
    public static string Name(Oscillator cord) => Naming.Word(cord);
}
