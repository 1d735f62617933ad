using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Serving;

/// <summary>A scenario whose last phase goes on for ever.</summary>
internal sealed class EndlessPlayer(ScenarioPlayer player) : IDescendingSource
{
    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        player.TryNext(tick, senses, out command);      // at the end it still tells the last phase's command
        return true;
    }
}
