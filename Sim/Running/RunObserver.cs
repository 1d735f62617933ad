using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Running;

/// <summary>What every run is watched by: the digest of each step, the recorded frames, and how far it has come.</summary>
public sealed class RunObserver(Simulation simulation) : IStepObserver
{
    private readonly OnsetPhases? onsets = simulation.Scenario.Animal.Controller.Oscillator == Oscillator.Bursting
        ? new OnsetPhases(simulation.Plant.Segments, simulation.Scenario.Seconds)
        : null;
    private long done;

    /// <summary>Records every tick, if there is one.</summary>
    public RunRecorder? Recorder { get; set; }

    /// <summary>Recorded samples.</summary>
    public FrameRecorder Frames { get; } = new(simulation);

    /// <summary>Chained over all steps so far.</summary>
    public ulong Digest => simulation.Digest.Value;

    /// <summary>Ticks done; may be read from another thread.</summary>
    public long Done => Volatile.Read(ref done);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        simulation.Digest.Observe();
        Recorder?.Observe(tick, controller);
        Frames.Observe(tick, controller);
        onsets?.Observe(tick, controller);
        Volatile.Write(ref done, tick + 1);
    }

    /// <summary>Call after the last tick: phases of bursters, which only now can be told, come into the samples.</summary>
    public void Finish() => onsets?.Rewrite(Frames.Log);
}
