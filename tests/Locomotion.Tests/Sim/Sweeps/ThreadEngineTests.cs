using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using Outcome = Locomotion.Sim.Sweeps.Outcome;

namespace Locomotion.Tests.Sim.Sweeps;

public sealed class ThreadEngineTests : IDisposable
{
    private readonly CaseStore store = new(Scratch.Folder().FullName);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Every_piece_is_done_once_however_often_it_occurs_and_never_again()
    {
        int[] done = new int[70];
        FakeWork work = new(200, 70, (piece, _) =>
        {
            Interlocked.Increment(ref done[piece % 70]);
            return new WorkResult(piece % 7 == 0 ? Outcome.Fault : Outcome.Done, [(byte)piece]);
        });
        WorkRun first = new(work, store);
        new ThreadEngine(4).Run(first, CancellationToken.None);
        Assert.All(done, times => Assert.Equal(1, times));
        Assert.Equal((70, 200, 10), (first.Progress.Done, first.Progress.Finished, first.Progress.Of(Outcome.Fault)));
        Assert.Equal("fault 10", first.Progress.Failures);

        store.Refresh();
        WorkRun second = new(work, store);
        new ThreadEngine(4).Run(second, CancellationToken.None);
        Assert.All(done, times => Assert.Equal(1, times));
        Assert.Equal((0, 200, 200), (second.Progress.Done, second.Progress.Found, second.Progress.Finished));
    }

    [Fact]
    public void A_stop_leaves_what_was_finished_and_the_rest_to_be_done()
    {
        using CancellationTokenSource stop = new();
        FakeWork work = new(100, 100, (piece, token) =>
        {
            if (piece == 20) stop.Cancel();
            return token.IsCancellationRequested ? null : new WorkResult(Outcome.Done, []);
        });
        Assert.Throws<OperationCanceledException>(() => new ThreadEngine(2).Run(new WorkRun(work, store), stop.Token));
        store.Refresh();
        Assert.InRange(store.Count, 18, 40);
        WorkRun rest = new(new FakeWork(100, 100, (_, _) => new WorkResult(Outcome.Done, [])), store);
        new ThreadEngine(2).Run(rest, CancellationToken.None);
        Assert.Equal(100, rest.Progress.Finished);
        store.Refresh();
        Assert.Equal(100, store.Count);
        Assert.Equal(100, store.Rows);
    }

    [Fact]
    public void An_error_of_the_machinery_itself_comes_out_and_stops_all_threads()
    {
        FakeWork work = new(1000, 1000, (piece, _) => piece == 5 ? throw new IOException("disk full") : new WorkResult(Outcome.Done, []));
        Assert.Throws<IOException>(() => new ThreadEngine(2).Run(new WorkRun(work, store), CancellationToken.None));
    }
}
