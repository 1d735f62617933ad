using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Snapshots;

/// <summary>A whole simulation at the end of a tick: what is run, how far it has come, and every bit that it remembers.</summary>
/// <remarks>A simulation restored from it goes on as if it had never stopped, to the bit, on any machine.</remarks>
public sealed record Snapshot
{
    /// <summary>Version of the program that took it.</summary>
    public required string Program { get; init; }

    /// <summary>What is run, to its whole length, with the parameters that are in force.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Ticks run.</summary>
    public required long Tick { get; init; }

    /// <summary>Digest of the nervous system over these ticks.</summary>
    public required ulong ControllerDigest { get; init; }

    /// <summary>Digest of the body over these ticks.</summary>
    public required ulong PlantDigest { get; init; }

    /// <summary>Tick at which each phase begun so far began.</summary>
    public required IReadOnlyList<long> PhaseStarts { get; init; }

    /// <summary>What the nervous system remembers, as <see cref="StateWriter"/> saves it.</summary>
    public required ReadOnlyMemory<byte> Controller { get; init; }

    /// <summary>What the body remembers.</summary>
    public required ReadOnlyMemory<byte> Plant { get; init; }

    /// <summary>Simulated time, s.</summary>
    public double Seconds => Tick * Scenario.Timing.Period;

    /// <summary>The simulation as it is now, between two ticks.</summary>
    /// <param name="simulation">What is saved.</param>
    /// <param name="whole">Its scenario, to a length to which it may be continued: the one that was run may have been cut.</param>
    public static Snapshot Of(Simulation simulation, Scenario whole) => new()
    {
        Program = Provenance.Number,
        Scenario = whole with { Animal = whole.Animal with { Controller = simulation.Controller.Parameters } },
        Tick = simulation.Ticks,
        ControllerDigest = simulation.Digest.Controller.Value,
        PlantDigest = simulation.Digest.Plant.Value,
        PhaseStarts = simulation.Player.Starts.ToArray(),
        Controller = StateWriter.Save(simulation.Controller),
        Plant = StateWriter.Save(simulation.Plant),
    };

    /// <summary>The simulation as it was, ready to run on.</summary>
    /// <param name="source">What messages call the snapshot.</param>
    /// <param name="seconds">When it shall end, s since its start; if left out, where its timeline does.</param>
    /// <exception cref="InvalidInputException">The run would have ended by now, or what is saved does not fit together.</exception>
    public Simulation Restore(string source, double? seconds = null)
    {
        Scenario scenario = seconds is { } end ? Scenario.Ending(end) : Scenario;
        if (!GoesOn(scenario))
        {
            string run = seconds is { } s ? $"a run of {Naming.Number(s)} s" : "its timeline";
            throw new InvalidInputException(source, $"{Naming.Number(Seconds)} s", $"does not lie before the end of {run}", "choose a later end with --seconds");
        }
        Simulation simulation = new(scenario, new ScenarioPlayer(scenario, [.. PhaseStarts]));
        StateReader.Restore(simulation.Controller, Controller, $"{source}, nervous system");
        StateReader.Restore(simulation.Plant, Plant, $"{source}, body");
        if (simulation.Controller.Steps != Tick * scenario.Timing.StepsPerTick)
            throw new InvalidInputException(source, $"{simulation.Controller.Steps} steps", $"are not those of {Tick} ticks", "take it again");
        simulation.Digest.Controller.Value = ControllerDigest;
        simulation.Digest.Plant.Value = PlantDigest;
        return simulation;
    }

    /// <summary>Whether a run of <paramref name="ending"/> came here in the same way, and has not ended.</summary>
    private bool GoesOn(Scenario ending)
    {
        int phase = PhaseStarts.Count - 1, last = ending.Timeline.Count - 1;
        return phase <= last
            && ending.Timeline.Take(phase).SequenceEqual(Scenario.Timeline.Take(phase))
            && (Tick < End(ending) || (phase < last && Tick == End(Scenario)));

        long End(Scenario scenario) => PhaseStarts[phase] + scenario.Timing.Ticks(scenario.Timeline[phase].Seconds);
    }
}
