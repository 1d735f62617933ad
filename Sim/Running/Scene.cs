using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>Scenarios built in code, and run.</summary>
internal static class Scene
{
    /// <summary>The animal preset with one kind of oscillator.</summary>
    public static Animal Animal(Oscillator oscillator) => Preset.Centipede with { Controller = Preset.Centipede.Controller with { Oscillator = oscillator } };

    /// <summary>Level land, or open water.</summary>
    public static Habitat Habitat(bool inWater) => inWater ? Body.Ground.Habitat.Water : Body.Ground.Habitat.Land;

    /// <summary>One phase of a timeline, which should settle to what it commands if nothing else is said.</summary>
    public static ScenarioPhase Phase(DescendingCommand command, double seconds, ExpectedGait? expect = null) =>
        new("scene", seconds, command, PhaseEnd.Time, expect ?? (command.Swim > 0 ? ExpectedGait.Swim : ExpectedGait.Walk));

    /// <summary>A scenario of these phases.</summary>
    public static Scenario Of(Animal animal, Habitat habitat, ulong seed, params IReadOnlyList<ScenarioPhase> timeline) =>
        new() { Name = "scene", Animal = animal, Habitat = habitat, Seed = seed, Timeline = timeline };

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static (RunSummary Summary, Trajectory Trajectory) Run(Scenario scenario, CancellationToken stop)
    {
        ScenarioRun run = new(scenario);
        RunSummary summary = run.Run(stop);
        stop.ThrowIfCancellationRequested();
        return (summary, run.Trajectory);
    }
}
