using Locomotion.Controller.Descending;

namespace Locomotion.Controller.Loop;

/// <summary>Who commands: a scenario, an operator's stick, the network.</summary>
public interface IDescendingSource
{
    /// <summary>The command in force during tick <paramref name="tick"/>; false ends the run before it.</summary>
    /// <param name="tick">The tick about to begin, from 0 at the controller's first step.</param>
    /// <param name="senses">What the body felt at the end of the tick before.</param>
    /// <param name="command">The command.</param>
    bool TryNext(long tick, Senses senses, out DescendingCommand command);
}
