using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;

namespace Locomotion.Sim.Running;

/// <summary>The digests of a run, chained over its ticks: of the nervous system alone, of the body alone, and of both as one number.</summary>
public sealed class RunDigest(CentipedeController controller, IPlant plant)
{
    /// <summary>Of state, senses and command of the nervous system: a machine without a simulated body has it too.</summary>
    public StateDigest Controller { get; } = new(0, controller);

    /// <summary>Of the body.</summary>
    public StateDigest Plant { get; } = new(0, plant);

    /// <summary>Of both, over all ticks so far.</summary>
    public ulong Value => StateDigest.Both(Controller.Value, Plant.Value);

    /// <summary>Takes in one more tick. Allocates nothing.</summary>
    public void Observe()
    {
        Controller.Observe();
        Plant.Observe();
    }
}
