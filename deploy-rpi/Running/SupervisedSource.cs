using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Safety;

namespace Locomotion.Deploy.Running;

/// <summary>
/// Commands what somebody commands, as far as the supervisor lets it: scaled while it slows down, and rest while the robot does not run, so that
/// the nervous system is at rest when it runs again and no rhythm waits behind held servos. Who holds still while it runs does so: to scale that
/// down would make it a drive of 0, with which load on the feet keeps it walking.
/// </summary>
/// <param name="inner">Who commands.</param>
/// <param name="plant">Whose supervisor it asks, and whom it tells of the operator.</param>
/// <param name="view">What is known of the operator now.</param>
public sealed class SupervisedSource(IDescendingSource inner, ServoPlant plant, Func<OperatorView> view) : IDescendingSource
{
    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        bool more = inner.TryNext(tick, senses, out command);
        OperatorView seen = view();
        plant.Operator = seen with { DriveIdle = command.Drive == 0 && command.Swim == 0 };
        SafetyOrders orders = plant.Orders;
        if (orders.State == SafetyState.Running && command.Halts) return more;
        command = orders.State == SafetyState.Running
            ? new DescendingCommand(command.Drive * orders.DriveScale, command.Release, orders.DriveScale > 0 ? command.Swim : 0, command.Turn)
            : default;
        return more;
    }
}
