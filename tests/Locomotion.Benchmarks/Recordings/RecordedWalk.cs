using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Benchmarks.Recordings;

/// <summary>A gait that runs tick by tick, recorded or not, its digest taken either way.</summary>
internal sealed class RecordedWalk : IDisposable
{
    private readonly Simulation simulation;
    private readonly FileStream? file;
    private readonly RunRecorder? recorder;
    private readonly DescendingCommand command;
    private long tick;

    public RecordedWalk(string gait, string? path)
    {
        simulation = new Simulation(BuiltInScenarios.Named(gait).Ending(86400));
        command = simulation.Scenario.Timeline[0].Command;
        if (path is null) return;
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.Patient with { WhenFull = WhenFull.Drop, RingSeconds = 2 });
    }

    /// <summary>Bytes allocated by <see cref="Run"/> on its thread.</summary>
    public long Allocated { get; private set; }

    /// <summary>Runs so many ticks.</summary>
    public void Run(int ticks)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (long end = tick + ticks; tick < end; tick++)
        {
            ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
            simulation.Digest.Observe();
            recorder?.Observe(tick, simulation.Controller);
        }
        Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Forgets what was allocated so far, while everything was used for the first time.</summary>
    public void ForgetAllocations() => Allocated = 0;

    /// <summary>Ends the recording.</summary>
    public RecordingResult? Finish() => recorder?.Finish();

    public void Dispose()
    {
        recorder?.Dispose();
        file?.Dispose();
    }
}
