using Locomotion.Controller.Descending;

namespace Locomotion.Controller.Loop;

/// <summary>Who commands: a scenario, an operator's stick, the network.</summary>
public interface IDescendingSource
{
    /// <summary>The command in force during tick <paramref name="tick"/>.</summary>
    DescendingCommand At(long tick);
}
