using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Snapshots;

/// <summary>Takes a snapshot in passing. The tick at which it does allocates and waits for the file; no other does.</summary>
internal sealed class SnapshotTaker(SnapshotPlan plan, Simulation simulation, IStepObserver inner) : IStepObserver
{
    private readonly long at = plan.At is { } seconds ? simulation.Scenario.Timing.Ticks(seconds) : long.MaxValue;
    private bool taken;

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        inner.Observe(tick, controller);
        if (tick + 1 == at) Take();
    }

    /// <summary>Takes it now, unless it has been taken. The loop may have left the plant at rest: the next command wakes it as if it had not.</summary>
    public void Finish()
    {
        if (!taken) Take();
    }

    private void Take()
    {
        SnapshotFile.Write(plan.Path, Snapshot.Of(simulation, plan.Whole));
        taken = true;
    }
}
