using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.Sim.Sweeps;

public class WorkerProcessTests
{
    [Fact]
    public void A_worker_that_was_stopped_is_told_nothing_more()
    {
        using WorkerProcess worker = new(["cat"]);
        Assert.True(worker.Tell(1));
        worker.Stop();
        Assert.False(worker.Tell(2));
        Assert.Equal([1L], worker.Told);
    }

    [Fact]
    public void A_worker_that_has_ended_is_told_nothing_more()
    {
        using WorkerProcess worker = new(["true"]);
        Assert.Equal("the worker ended with exit code 0", worker.Ending());
        Assert.False(worker.Tell(1));
        worker.Stop();
        Assert.Empty(worker.Told);
    }
}
