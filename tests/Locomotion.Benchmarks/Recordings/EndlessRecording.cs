using System.Diagnostics;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Benchmarks.Recordings;

/// <summary>Records a walk that never ends, to be killed.</summary>
public static class EndlessRecording
{
    /// <summary>
    /// Writes run.mcap and ticks, the number of ticks done, into <paramref name="folder"/>: as fast as it goes, the loop waiting for the
    /// disk, or in real time at 1 kHz, the loop waiting for nobody.
    /// </summary>
    public static void Run(string folder, bool realTime)
    {
        Simulation simulation = new(BuiltInScenarios.Named("slow-walk").Ending(86400));
        using FileStream file = new(Path.Combine(folder, "run.mcap"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        using RunRecorder recorder = SimulationRecorder.Begin(simulation, file, realTime ? RecordingOptions.RealTime : RecordingOptions.Patient, Console.Error.WriteLine);
        using TickFile ticks = new(Path.Combine(folder, "ticks"));
        DescendingCommand command = simulation.Scenario.Timeline[0].Command;
        long started = Stopwatch.GetTimestamp();
        for (long tick = 0; ; tick++)
        {
            while (realTime && Stopwatch.GetElapsedTime(started).TotalMilliseconds < tick) Thread.Sleep(TimeSpan.FromMilliseconds(0.3));
            ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
            simulation.Digest.Observe();
            recorder.Observe(tick, simulation.Controller);
            ticks.Observe(tick, simulation.Controller);
        }
    }
}
