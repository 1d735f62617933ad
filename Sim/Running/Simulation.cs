using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>A scenario made real: controller, body and player, ready to run once.</summary>
public sealed class Simulation
{
    /// <summary>Builds everything the scenario names. All memory that the loop needs is taken here.</summary>
    public Simulation(Scenario scenario) : this(scenario, new ScenarioPlayer(scenario)) { }

    /// <summary>The same, commanded by a player of the scenario that may have begun already.</summary>
    internal Simulation(Scenario scenario, ScenarioPlayer player)
    {
        Scenario = scenario;
        Body = new CentipedeBody(scenario.Animal.Body, scenario.Habitat);
        Body.PlaceAt(scenario.Start.X, scenario.Start.Y, scenario.Start.Heading);
        Plant = new SimulatedPlant(Body, scenario.Timing.Step, scenario.Seed);
        Controller = new CentipedeController(scenario.Animal.Segments, scenario.Animal.Controller, scenario.Timing, scenario.Seed, scenario.Lesions);
        Player = player;
        player.Controller = Controller;
        Digest = new RunDigest(Controller, Plant);
        Plant.Sense(Controller.Senses);
    }

    /// <summary>What is run.</summary>
    public Scenario Scenario { get; }

    /// <summary>The nervous system.</summary>
    public CentipedeController Controller { get; }

    /// <summary>The body.</summary>
    public CentipedeBody Body { get; }

    /// <summary>The body behind the controller's interface.</summary>
    public SimulatedPlant Plant { get; }

    /// <summary>Who commands.</summary>
    public ScenarioPlayer Player { get; }

    /// <summary>Ticks run so far.</summary>
    public long Ticks => Controller.Steps / Scenario.Timing.StepsPerTick;

    /// <summary>Runs to the end of the timeline, or until <paramref name="stop"/>.</summary>
    /// <returns>Ticks completed since the start of the simulated time.</returns>
    public long Run(IStepObserver observer, CancellationToken stop) => ControlLoop.Run(Controller, Plant, Player, observer, stop);

    /// <summary>Digests of controller and body; whoever observes the run has them take in each tick.</summary>
    public RunDigest Digest { get; }
}
