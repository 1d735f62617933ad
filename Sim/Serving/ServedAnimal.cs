using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Trials;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Sim.Serving;

/// <summary>A simulated animal that lives in real time, on MQTT, until it is told to end. Its loop has a thread of its own.</summary>
public sealed class ServedAnimal : IStepObserver, IDisposable
{
    private readonly Simulation simulation;
    private readonly OperatorSource operators;
    private readonly PacedPlant plant;
    private readonly AnimalBridge bridge;
    private readonly TrialRunner trials;
    private readonly TuningDesk tuning;
    private readonly FileStream? file;
    private readonly RunRecorder? recorder;
    private readonly CancellationTokenSource ending = new();
    private readonly Thread thread;

    /// <summary>Brings an animal to life.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="scenario">What it plays; its last phase goes on for ever.</param>
    /// <param name="broker">Where it speaks.</param>
    /// <param name="options">How it lives.</param>
    /// <exception cref="IOException">The recording cannot be written.</exception>
    public ServedAnimal(string id, Scenario scenario, BrokerAddress broker, ServingOptions options)
    {
        Id = id;
        simulation = new Simulation(scenario);
        trials = new TrialRunner(simulation);
        tuning = new TuningDesk(simulation.Controller, TimeProvider.System, trials);
        operators = new OperatorSource(new EndlessPlayer(simulation.Player), scenario.Timing, options.Ladder);
        plant = new PacedPlant(simulation.Plant, scenario.Timing.Period, options.Speed);
        if (options.RecordFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
            file = new FileStream(Path.Combine(folder, $"{id}.mcap"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.RealTime with { Durable = false }, failure => bridge?.Raise("recording", failure));
        }
        AnimalCard card = new(id, AnimalCard.Simulation, scenario.Name, scenario.Animal.Segments, scenario.Animal.Controller.Oscillator, scenario.Timing);
        BridgedAnimal bridged = new(simulation.Controller, operators, plant, simulation.Body.Chain.CopyPose, plant);
        bridge = new AnimalBridge(card, broker, options.Bridge, bridged, voice => new TuningService(tuning, voice, card));
        if (recorder?.Failure is { } early) bridge.Raise("recording", early);
        thread = new Thread(Run) { Name = $"loop {id}", IsBackground = true };
        thread.Start();
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>Its connection.</summary>
    public AnimalBridge Bridge => bridge;

    /// <summary>What broke it; null as long as it lives. Any thread.</summary>
    public string? Fault { get; private set; }

    /// <summary>Bytes that the loop has allocated since its second tick. Any thread.</summary>
    public long LoopAllocated => Volatile.Read(ref allocated) - Volatile.Read(ref allocatedFirst);

    /// <summary>Ticks done. Any thread.</summary>
    public long Ticks => Volatile.Read(ref ticks);

    private long allocated, allocatedFirst, ticks;

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        if (recorder is not null)
        {
            simulation.Digest.Observe();
            recorder.Observe(tick, controller);
        }
        trials.Observe(tick, controller);
        tuning.LoopSide.Observe(tick, controller);
        bridge.Observe(tick, controller);
        Volatile.Write(ref allocated, GC.GetAllocatedBytesForCurrentThread());
        if (ticks == 1) Volatile.Write(ref allocatedFirst, allocated);
        Volatile.Write(ref ticks, tick + 1);
    }

    /// <summary>Ends its life, says goodbye, and closes the recording.</summary>
    public void Dispose()
    {
        ending.Cancel();
        thread.Join();
        bridge.Dispose();
        recorder?.Dispose();
        file?.Dispose();
        ending.Dispose();
    }

    private void Run()
    {
        try
        {
            ControlLoop.Run(simulation.Controller, plant, operators, this, ending.Token);
        }
        catch (PlantFaultException fault)
        {
            Fault = fault.Message;
        }
        recorder?.Finish(Fault);
        bridge.Finish(Fault);
    }
}
