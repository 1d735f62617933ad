using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// The command of whoever has the say: the operator who was heard last, else the scenario. Operators' threads only leave wishes, which the
/// loop takes between two ticks; neither ever waits.
/// </summary>
/// <param name="scenario">Who commands when no operator does; its time goes on meanwhile.</param>
/// <param name="timing">The loop's.</param>
/// <param name="ladder">What follows when an operator falls silent.</param>
public sealed class OperatorSource(IDescendingSource scenario, LoopTiming timing, LadderTimes ladder) : IDescendingSource
{
    private DriveOrder? offered;        // the mailbox
    private int wish;                   // another one: a Wish
    private volatile bool holding;
    private long expiry;                // tick at which the order runs out

    /// <summary>Whether the animal was told to stop, and not yet to go on. Any thread.</summary>
    public bool Holding => holding;

    /// <summary>Whose command is in force. Loop's thread.</summary>
    public CommandOrigin Origin { get; private set; }

    /// <summary>Whether it holds still, told to or at the ladder's end. Loop's thread.</summary>
    public bool IsStill { get; private set; }

    /// <summary>The operator's order in force or run out; null without one. Loop's thread.</summary>
    public DriveOrder? Order { get; private set; }

    /// <summary>An operator commands, from the next tick on. Any thread; of several within a tick the last one holds.</summary>
    public void Drive(DriveOrder order) => Interlocked.Exchange(ref offered, order);

    /// <summary>The animal holds still from the next tick on, whatever anybody commands. Any thread.</summary>
    public void Hold()
    {
        holding = true;
        Interlocked.Exchange(ref wish, (int)Wish.Hold);
    }

    /// <summary>The animal goes on with its scenario. Any thread.</summary>
    public void Reset() => Interlocked.Exchange(ref wish, (int)Wish.Reset);

    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        bool more = scenario.TryNext(tick, senses, out command);
        TakeWish();
        TakeOrder(tick);
        (Origin, IsStill) = (CommandOrigin.Scenario, false);
        if (holding) (Origin, IsStill, command) = (CommandOrigin.Hold, true, DescendingCommand.Halt);
        else if (Order is not null) command = Ordered(Order.Command, (tick - expiry) * timing.Period);
        return more;
    }

    private void TakeWish()
    {
        switch ((Wish)Interlocked.Exchange(ref wish, (int)Wish.None))
        {
            case Wish.Hold:
                holding = true;
                Forget();
                break;
            case Wish.Reset:
                holding = false;
                Forget();
                break;
        }
    }

    /// <summary>What was ordered before does not come back after.</summary>
    private void Forget()
    {
        Interlocked.Exchange(ref offered, null);
        Order = null;
    }

    private void TakeOrder(long tick)
    {
        if (Interlocked.Exchange(ref offered, null) is not { } order || holding) return;
        Order = order;
        expiry = tick + timing.Ticks(order.Seconds);
    }

    /// <summary>The order, or what the ladder makes of it.</summary>
    /// <param name="order">What was ordered.</param>
    /// <param name="over">Time since it ran out, s; negative before.</param>
    private DescendingCommand Ordered(DescendingCommand order, double over)
    {
        Origin = over < 0 ? CommandOrigin.Client : CommandOrigin.Ladder;
        if (over < ladder.KeepSeconds) return order;
        double ramped = over - ladder.KeepSeconds;
        if (ramped < ladder.RampSeconds) return new(order.Drive * (1 - ramped / ladder.RampSeconds), order.Release, order.Swim, order.Turn);
        IsStill = true;
        return DescendingCommand.Halt;
    }

    private enum Wish
    {
        None,
        Hold,
        Reset,
    }
}
