using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Maths;
using Locomotion.Controller.State;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Trials;

/// <summary>A running simulation at one moment, from which copies can go on while it runs.</summary>
internal sealed class TrialMoment
{
    private readonly Scenario scenario;
    private readonly StateImage controller, plant;
    private DescendingCommand command;
    private ControllerParameters? set;

    /// <summary>Room for a moment of this simulation.</summary>
    public TrialMoment(Simulation simulation)
    {
        scenario = simulation.Scenario;
        // a set with noise remembers more than one without: a stream for each of six bursters of a segment
        controller = new StateImage(simulation.Controller, spare: 6 * scenario.Animal.Segments * System.Runtime.CompilerServices.Unsafe.SizeOf<Xoshiro256>());
        plant = new StateImage(simulation.Plant);
    }

    /// <summary>The set in force.</summary>
    public ControllerParameters Present => set!;

    /// <summary>Keeps the moment, between two ticks; false if it cannot. Allocates nothing.</summary>
    public bool TryTake(Simulation simulation)
    {
        (command, set) = (simulation.Controller.Descending, simulation.Controller.Parameters);
        return controller.TryTake(simulation.Controller) && plant.TryTake(simulation.Plant);
    }

    /// <summary>A copy of the simulation at that moment, under the same command for so many seconds, with another set.</summary>
    public Simulation Fork(ControllerParameters tried, double seconds)
    {
        Simulation fork = new(scenario with
        {
            Animal = scenario.Animal with { Controller = Present },
            Tuning = [],
            Timeline = [new ScenarioPhase("trial", seconds, command, PhaseEnd.Time, ExpectedGait.Walk)],
        });
        controller.PutInto(fork.Controller);
        plant.PutInto(fork.Plant);
        fork.Controller.Parameters = tried;
        return fork;
    }

    /// <summary>What it is told.</summary>
    public DescendingCommand Command => command;
}
