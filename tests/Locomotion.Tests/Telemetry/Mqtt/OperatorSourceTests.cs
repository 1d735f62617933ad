using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.Telemetry.Mqtt;

public class OperatorSourceTests
{
    private static readonly DescendingCommand Planned = new(0.2, 0, 0), Wanted = new(0.8, 1, 0.5, -0.5), Still = DescendingCommand.Halt;
    private readonly OperatorSource source = new(new Steady(), new LoopTiming(0.001, 0.01), new LadderTimes { KeepSeconds = 1, RampSeconds = 2 });
    private readonly Senses senses = new(3);

    [Fact]
    public void Without_an_operator_the_scenario_commands() => Assert.Equal((Planned, CommandOrigin.Scenario), At(0));

    [Fact]
    public void An_order_holds_for_its_time_then_goes_on_then_ramps_down_then_the_animal_holds_still()
    {
        source.Drive(new DriveOrder(Wanted, "stick", 1, Seconds: 0.5));
        Assert.Equal((Wanted, CommandOrigin.Client), At(100));
        Assert.Equal((Wanted, CommandOrigin.Client), At(149));
        Assert.Equal((Wanted, CommandOrigin.Ladder), At(150));
        Assert.Equal((Wanted, CommandOrigin.Ladder), At(249));
        (DescendingCommand half, CommandOrigin origin) = At(350);
        Assert.Equal(CommandOrigin.Ladder, origin);
        Assert.Equal(0.4, half.Drive, 1e-9);
        Assert.Equal((1, 0.5, -0.5), (half.Release, half.Swim, half.Turn));
        Assert.False(source.IsStill);
        Assert.Equal((Still, CommandOrigin.Ladder), At(450));
        Assert.True(source.IsStill);
        Assert.Equal((Still, CommandOrigin.Ladder), At(1_000_000));
        source.Drive(new DriveOrder(Wanted, "stick", 2, Seconds: 0.5));
        Assert.Equal((Wanted, CommandOrigin.Client), At(1_000_001));
    }

    [Fact]
    public void Stop_beats_every_order_until_reset_and_what_was_ordered_before_does_not_come_back()
    {
        source.Drive(new DriveOrder(Wanted, "stick", 1, Seconds: 60));
        At(0);
        source.Drive(new DriveOrder(Wanted, "stick", 2, Seconds: 60));
        source.Hold();
        Assert.True(source.Holding);
        Assert.Equal((Still, CommandOrigin.Hold), At(1));
        source.Drive(new DriveOrder(Wanted, "stick", 3, Seconds: 60));
        Assert.Equal((Still, CommandOrigin.Hold), At(2));
        source.Reset();
        Assert.Equal((Planned, CommandOrigin.Scenario), At(3));
        Assert.False(source.Holding);
        Assert.Equal((Planned, CommandOrigin.Scenario), At(4));
    }

    [Fact]
    public void Of_stop_and_reset_within_a_tick_the_later_holds()
    {
        source.Reset();
        source.Hold();
        Assert.Equal((Still, CommandOrigin.Hold), At(0));
        source.Hold();
        source.Reset();
        Assert.Equal((Planned, CommandOrigin.Scenario), At(1));
    }

    private (DescendingCommand, CommandOrigin) At(long tick)
    {
        Assert.True(source.TryNext(tick, senses, out DescendingCommand command));
        return (command, source.Origin);
    }

    private sealed class Steady : IDescendingSource
    {
        public bool TryNext(long tick, Senses senses, out DescendingCommand command)
        {
            command = Planned;
            return true;
        }
    }
}
