using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Running;

/// <summary>What every run is watched by: the digest of each step, the recorded frames, and how far it has come.</summary>
public sealed class RunObserver(Simulation simulation) : IStepObserver
{
    private long done;

    /// <summary>Recorded samples.</summary>
    public FrameRecorder Frames { get; } = new(simulation);

    /// <summary>Chained over all steps so far.</summary>
    public ulong Digest { get; private set; }

    /// <summary>Ticks done; may be read from another thread.</summary>
    public long Done => Volatile.Read(ref done);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        Digest = simulation.Digest(Digest);
        Frames.Observe(tick, controller);
        Volatile.Write(ref done, tick + 1);
    }
}
