namespace Locomotion.Sim.Sweeps;

/// <summary>What became of a case.</summary>
public enum Outcome : byte
{
    /// <summary>It ran to its end.</summary>
    Done = 0,
    /// <summary>Its values do not go together: nothing ran.</summary>
    Refused = 1,
    /// <summary>The body diverged: a number that is none, or larger than any real one.</summary>
    Fault = 2,
    /// <summary>The program threw.</summary>
    Exception = 3,
    /// <summary>It took too long on the wall.</summary>
    Timeout = 4,
    /// <summary>Whoever ran it ended more than once, and never told why.</summary>
    Lost = 5,
}
