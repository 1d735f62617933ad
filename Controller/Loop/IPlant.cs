namespace Locomotion.Controller.Loop;

/// <summary>The body under control, simulated or real. The plant owns time: the controller never reads a clock.</summary>
public interface IPlant
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

    /// <summary>Hash of all that the plant remembers, chained to <paramref name="seed"/>; a real robot returns it unchanged.</summary>
    ulong Digest(ulong seed);
}
