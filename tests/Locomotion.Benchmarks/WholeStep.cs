using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Benchmarks;

/// <summary>A gait that has settled, to be stepped as a whole or in its two halves.</summary>
public sealed class WholeStep
{
    private const int SettlingSteps = 3000;

    private readonly Simulation simulation;
    private readonly DescendingCommand command;

    /// <summary>Builds the animal with so many segments and lets the gait settle.</summary>
    public WholeStep(string gait, int segments, string oscillator = "phase")
    {
        Scenario scenario = BuiltInScenarios.Named(gait);
        simulation = new Simulation(scenario with { Animal = scenario.Animal.With("shape.segments", $"{segments}").With("oscillator", oscillator) });
        command = scenario.Timeline[0].Command;
        simulation.Controller.Descending = command;
        Both(SettlingSteps);
    }

    /// <summary>Nervous system and body.</summary>
    public void Both(int steps)
    {
        for (int k = 0; k < steps; k++) ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
    }

    /// <summary>The nervous system alone, on the senses of the last whole step.</summary>
    public void Controller() => simulation.Controller.Step();

    /// <summary>The body alone, on the command of the last whole step.</summary>
    public void Body() => simulation.Plant.Step(simulation.Controller.Command, simulation.Controller.Senses, simulation.Scenario.Timing.Period);
}
