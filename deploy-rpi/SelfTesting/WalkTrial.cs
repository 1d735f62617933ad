using Locomotion.Body;
using Locomotion.Body.Animals;
using Locomotion.Body.Ground;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>Two seconds of walking on a simulated body, recorded, read again and replayed.</summary>
internal static class WalkTrial
{
    private const int Ticks = 100;
    private static readonly LoopTiming Timing = new(1e-3, 0.02);

    public static string Run(bool bursting)
    {
        Animal animal = bursting ? Preset.Robot.With("oscillator", "bursting") : Preset.Robot;
        ControllerSetup setup = new(animal.Segments, animal.Controller, Timing, Seed: 1, Lesions: []);
        using MemoryStream file = new();
        ulong digest = Record(setup, animal, file);
        file.Position = 0;
        ReplayResult replayed = Replay.Run(new RecordedRun(file, "self-test"), progress: null, CancellationToken.None);
        if (!replayed.Agrees || !replayed.Ended || replayed.Ticks != Ticks || replayed.Digest != digest)
            throw new InvalidOperationException($"Digest {digest:x16} was replayed as {replayed.Digest:x16} in {replayed.Ticks} of {Ticks} ticks.");
        return $"digest {digest:x16}, replayed";
    }

    private static ulong Record(ControllerSetup setup, Animal animal, Stream file)
    {
        CentipedeController controller = setup.Build();
        SimulatedPlant plant = new(new CentipedeBody(animal.Body, Habitat.Land), Timing.Step, setup.Seed);
        plant.Sense(controller.Senses);
        StateDigest digest = new(0, controller);
        using RunRecorder recorder = new(file, RecordingOptions.Patient, new RunDescription(setup, StartNanoseconds: 0, []), new(controller, digest, FirstTick: 0), plant, pose: null);
        for (int tick = 0; tick < Ticks; tick++)
        {
            ControlLoop.Tick(controller, plant, new DescendingCommand(drive: 0.5, release: 1, swim: 0, turn: 0.1));
            digest.Observe();
            recorder.Observe(tick, controller);
        }
        plant.Rest();
        RecordingResult result = recorder.Finish();
        return result.Whole ? digest.Value : throw new InvalidOperationException($"The recording is not whole: {result}.");
    }
}
