namespace Locomotion.Sim.Sweeps;

/// <summary>Where work is done: on this machine, or on many.</summary>
public interface IEngine
{
    /// <summary>Does all pieces that are left to do; every result is in the store in the end.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for, or jobs were cancelled by hand, as the message says. What was finished is in the store.</exception>
    void Run(WorkRun run, CancellationToken stop);
}
