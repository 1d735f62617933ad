namespace Locomotion.Sim.Sweeps;

/// <summary>Work that is being done: what of it is left, and how it goes. Engines and whoever shows progress share it.</summary>
/// <param name="work">The work.</param>
/// <param name="store">Where results are kept.</param>
public sealed class WorkRun(IWork work, CaseStore store)
{
    private readonly Lock gate = new();
    private readonly IWorker looking = work.NewWorker();
    private readonly HashSet<UInt128> given = [];
    private readonly Queue<long> returned = new();
    private long next;

    /// <summary>The work.</summary>
    public IWork Work { get; } = work;

    /// <summary>Where results are kept. Engines refresh it only when no thread of theirs takes pieces.</summary>
    public CaseStore Store { get; } = store;

    /// <summary>How it goes.</summary>
    public WorkProgress Progress { get; } = new(work.Count);

    /// <summary>
    /// The next pieces to be done, at most <paramref name="most"/>, each once however often its key occurs; none at the end. Those that are finished already are counted, not
    /// given.
    /// </summary>
    public IReadOnlyList<long> Take(int most)
    {
        List<long> pieces = [];
        lock (gate)
        {
            while (pieces.Count < most && returned.TryDequeue(out long again)) pieces.Add(again);
            for (; next < Work.Count && pieces.Count < most; next++)
            {
                UInt128 key = looking.Key(next);
                if (Store.Find(key) is { } outcome) Progress.CountFound(outcome);
                else if (given.Add(key)) pieces.Add(next);
                else Progress.CountTwin();
            }
        }
        return pieces;
    }

    /// <summary>Gives back pieces that were not done.</summary>
    public void Return(IEnumerable<long> pieces)
    {
        lock (gate)
        {
            foreach (long piece in pieces) returned.Enqueue(piece);
        }
    }
}
