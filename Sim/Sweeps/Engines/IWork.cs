namespace Locomotion.Sim.Sweeps;

/// <summary>Pieces of work that do not depend on each other, numbered from 0. What one comes to follows from its number alone.</summary>
public interface IWork
{
    /// <summary>How many there are.</summary>
    long Count { get; }

    /// <summary>The file from which another process makes the same work: see <see cref="WorkFile"/>.</summary>
    string File { get; }

    /// <summary>Someone who looks at pieces and does them. Each thread has its own.</summary>
    IWorker NewWorker();
}

/// <summary>Looks at pieces of work, and does them, one at a time.</summary>
public interface IWorker
{
    /// <summary>Under what the piece's result is kept: equal for pieces that come to the same.</summary>
    UInt128 Key(long piece);

    /// <summary>Does a piece; null if <paramref name="stop"/> came first.</summary>
    WorkResult? Do(long piece, CancellationToken stop);

    /// <summary>The content for a piece that nobody could do.</summary>
    byte[] Lost(string reason);
}

/// <summary>What a piece of work came to.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Content">Its result.</param>
public readonly record struct WorkResult(Outcome Outcome, byte[] Content);
