using Locomotion.Controller.State;

namespace Locomotion.Controller.Loop;

/// <summary>
/// The body under control, simulated or real. The plant owns time: the controller never reads a clock. A real one has no state to visit:
/// its body cannot be saved.
/// </summary>
public interface IPlant : IHasState
{
    /// <summary>Number of leg-bearing segments.</summary>
    int Segments { get; }

    /// <summary>Fills <paramref name="senses"/> with what the body feels now, without moving it.</summary>
    void Sense(Senses senses);

    /// <summary>Holds <paramref name="command"/> for <paramref name="dt"/> seconds, then refills <paramref name="senses"/>.</summary>
    void Step(Command command, Senses senses, double dt);

    /// <summary>Deadlines that the plant could not keep since its start; a simulated body keeps them all.</summary>
    long MissedDeadlines => 0;

    /// <summary>Leaves the body unpowered. May be called at any time, twice, after a fault; never throws.</summary>
    void Rest();
}
