using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.Sim.Sweeps;

/// <summary>Work whose pieces are numbers; two have the same key where their number is the same modulo <paramref name="different"/>.</summary>
internal sealed class FakeWork(long count, long different, Func<long, CancellationToken, WorkResult?> act) : IWork
{
    public long Count => count;

    public string File => "none";

    public IWorker NewWorker() => new Worker(different, act);

    private sealed class Worker(long different, Func<long, CancellationToken, WorkResult?> act) : IWorker
    {
        public UInt128 Key(long piece) => (UInt128)(piece % different) + 1;

        public WorkResult? Do(long piece, CancellationToken stop) => act(piece, stop);

        public byte[] Lost(string reason) => [];
    }
}
