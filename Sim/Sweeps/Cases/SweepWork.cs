namespace Locomotion.Sim.Sweeps;

/// <summary>The cases of a sweep as work.</summary>
/// <param name="design">The sweep.</param>
/// <param name="file">Where <see cref="SweepDesign.Json"/> lies.</param>
/// <param name="store">The store's folder; recordings lie in a folder in it.</param>
public sealed class SweepWork(SweepDesign design, string file, string store) : IWork
{
    /// <summary>The folder of recordings in a store.</summary>
    public const string Recordings = "recordings";

    /// <inheritdoc/>
    public long Count => design.Count;

    /// <inheritdoc/>
    public string File => file;

    /// <inheritdoc/>
    public IWorker NewWorker() => new Worker(design, Path.Combine(store, Recordings));

    private sealed class Worker(SweepDesign design, string recordings) : IWorker
    {
        private readonly CaseCursor cursor = new(design, ProgramIdentity.Text);
        private readonly CaseRunner runner = new(design.Timeout, design.Keep, recordings);

        public UInt128 Key(long piece)
        {
            cursor.MoveTo(piece);
            return cursor.Key;
        }

        public WorkResult? Do(long piece, CancellationToken stop)
        {
            string name = CaseText.Word(Key(piece));
            return runner.Run(cursor.Scenario, name, stop) is { } result ? new WorkResult(result.Outcome, result.ToBytes()) : null;
        }

        public byte[] Lost(string reason) => CaseResult.Failed(Outcome.Lost, reason).ToBytes();
    }
}
