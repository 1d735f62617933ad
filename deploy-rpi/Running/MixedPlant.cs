using Locomotion.Body;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Hardware.Plant;

namespace Locomotion.Deploy.Running;

/// <summary>
/// A body of which some parts are real and the rest is simulated: the way to bring up a machine joint by joint. Both get what the limits allow;
/// each sense comes from the machine where its sensor is wired, else from the simulation.
/// </summary>
/// <param name="real">The parts that are there. It keeps the time.</param>
/// <param name="simulated">A whole body.</param>
public sealed class MixedPlant(ServoPlant real, SimulatedPlant simulated) : IPlant
{
    private readonly Command limited = new(real.Segments);
    private readonly Senses felt = new(real.Segments);

    /// <inheritdoc/>
    public int Segments => real.Segments;

    /// <inheritdoc/>
    public long MissedDeadlines => real.MissedDeadlines;

    /// <inheritdoc/>
    public void Sense(Senses senses)
    {
        real.Sense(senses);
        simulated.Sense(felt);
        Mix(senses);
    }

    /// <inheritdoc/>
    public void Step(Command command, Senses senses, double dt)
    {
        real.Step(command, senses, dt);
        real.Limiter.CopyTo(limited);
        simulated.Step(limited, felt, dt);
        Mix(senses);
    }

    /// <inheritdoc/>
    public void Rest()
    {
        real.Rest();
        simulated.Rest();
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => simulated.Visit(visitor);

    private void Mix(Senses senses)
    {
        for (int leg = 0; leg < senses.FootLoad.Length; leg++)
        {
            if (!real.Felt.HasLoad(leg) && !real.Felt.HasContact(leg)) (senses.FootLoad[leg], senses.FootContact[leg]) = (felt.FootLoad[leg], felt.FootContact[leg]);
        }
        for (int segment = 0; segment < senses.Wetness.Length; segment++)
            if (!real.Felt.HasWater(segment)) senses.Wetness[segment] = felt.Wetness[segment];
        for (int joint = 0; joint < senses.Bend.Length; joint++)
            if (!real.HasServo(joint)) senses.Bend[joint] = felt.Bend[joint];
    }
}
