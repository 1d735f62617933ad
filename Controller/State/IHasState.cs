namespace Locomotion.Controller.State;

/// <summary>Remembers something from one step to the next.</summary>
public interface IHasState
{
    /// <summary>
    /// Passes over all that is remembered, always in the same order and under the same names. What follows from the rest, or is written
    /// anew in each step before it is read, is left out. Allocates nothing.
    /// </summary>
    void Visit(IStateVisitor visitor);
}
