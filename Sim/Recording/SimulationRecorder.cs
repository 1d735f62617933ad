using System.Text;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Recording;

/// <summary>Recorders of simulations.</summary>
public static class SimulationRecorder
{
    /// <summary>The attachment with the scenario.</summary>
    public const string ScenarioFile = RunDescription.ScenarioFile;

    /// <summary>Begins to record a simulation that is ready to run.</summary>
    /// <param name="simulation">What is recorded.</param>
    /// <param name="file">Where to; it remains the caller's.</param>
    /// <param name="options">How; for a simulation mostly <see cref="RecordingOptions.Patient"/>.</param>
    /// <param name="onFailure">Told, from another thread, if the disk fails while the run goes on.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static RunRecorder Begin(Simulation simulation, Stream file, RecordingOptions options, Action<string>? onFailure = null)
    {
        Scenario scenario = simulation.Scenario;
        ControllerSetup setup = new(scenario.Animal.Segments, scenario.Animal.Controller, scenario.Timing, scenario.Seed, scenario.Lesions);
        ulong now = (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
        RunDescription description = new(setup, now, [new RecordedFile(ScenarioFile, RecordedFile.Json, Encoding.UTF8.GetBytes(ScenarioWriter.Write(scenario)))]);
        RecordingStart start = new(simulation.Controller, simulation.Digest.Controller, simulation.Controller.Steps / scenario.Timing.StepsPerTick);
        return new RunRecorder(file, options, description, start, simulation.Plant, simulation.Body.Chain.CopyPose, onFailure);
    }
}
