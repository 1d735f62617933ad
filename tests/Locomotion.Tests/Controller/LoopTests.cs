using Locomotion.Controller.State;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Tests.Controller;

public class LoopTests
{
    [Theory]
    [InlineData(0.001, 0.001, 1)]
    [InlineData(0.001, 0.02, 20)]
    [InlineData(0.0003, 0.0009, 3)]
    public void A_period_of_whole_steps_is_accepted(double step, double period, int steps) =>
        Assert.Equal(steps, new LoopTiming(step, period).StepsPerTick);

    [Theory]
    [InlineData(0.003, 0.01, "0.01 s", "0.003 s")]
    [InlineData(0.001, 0.0015, "0.0015 s", "0.001 s")]
    public void A_step_that_does_not_divide_the_period_is_refused_naming_both(double step, double period, string first, string second)
    {
        var error = Assert.Throws<InvalidInputException>(() => new LoopTiming(step, period));
        Assert.Contains(first, error.Message, StringComparison.Ordinal);
        Assert.Contains(second, error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(0.011), InlineData(1e-6)]
    public void A_step_outside_its_range_is_refused(double step) =>
        Assert.Throws<InvalidInputException>(() => new LoopTiming(step, step));

    [Theory, InlineData(2), InlineData(1001), InlineData(0), InlineData(-5)]
    public void A_cord_of_too_few_or_too_many_segments_is_refused(int segments) =>
        Assert.Throws<InvalidInputException>(() => new CentipedeController(segments, new(), LoopTiming.Default, seed: 1));

    [Theory]
    [InlineData(-0.1, 0, 0, 0), InlineData(1.1, 0, 0, 0), InlineData(0, 2, 0, 0), InlineData(0, 0, -1, 0), InlineData(0, 0, 0, 1.5)]
    [InlineData(double.NaN, 0, 0, 0), InlineData(0, 0, 0, double.NaN)]
    public void A_descending_number_outside_its_range_is_refused(double drive, double release, double swim, double turn) =>
        Assert.Throws<InvalidInputException>(() => new DescendingCommand(drive, release, swim, turn));

    [Fact]
    public void The_plant_rests_when_the_commands_end()
    {
        FakePlant plant = new();
        long ticks = ControlLoop.Run(Controller(), plant, new Commands(5), new Nobody(), CancellationToken.None);
        Assert.Equal(5, ticks);
        Assert.Equal(5, plant.Steps);
        Assert.True(plant.Resting);
    }

    [Fact]
    public void The_plant_rests_when_it_is_told_to_stop()
    {
        FakePlant plant = new();
        using CancellationTokenSource stop = new();
        ControlLoop.Run(Controller(), plant, new Commands(1000), new Watcher(tick => { if (tick == 2) stop.Cancel(); }), stop.Token);
        Assert.Equal(3, plant.Steps);
        Assert.True(plant.Resting);
    }

    [Fact]
    public void The_plant_rests_when_somebody_throws()
    {
        FakePlant plant = new();
        Assert.Throws<InvalidOperationException>(() =>
            ControlLoop.Run(Controller(), plant, new Commands(9), new Watcher(_ => throw new InvalidOperationException()), CancellationToken.None));
        Assert.True(plant.Resting);
    }

    [Fact]
    public void The_controller_makes_all_its_steps_before_the_plant_is_commanded()
    {
        FakePlant plant = new();
        CentipedeController controller = new(5, new(), new LoopTiming(0.001, 0.02), seed: 1);
        double before = controller.Segments[0].PhaseLeft;
        ControlLoop.Run(controller, plant, new Commands(1), new Nobody(), CancellationToken.None);
        CentipedeController alone = new(5, new(), LoopTiming.Default, seed: 1) { Descending = Gait.SlowWalk.Command };
        for (int k = 0; k < 20; k++) alone.Step();
        Assert.NotEqual(before, controller.Segments[0].PhaseLeft);
        Assert.Equal(alone.Segments[0].PhaseLeft, controller.Segments[0].PhaseLeft);
        Assert.Equal(0.02, plant.LastPeriod);
    }

    private static CentipedeController Controller() => new(5, new(), LoopTiming.Default, seed: 1);

    private sealed class Commands(long ticks) : IDescendingSource
    {
        public bool TryNext(long tick, Senses senses, out DescendingCommand command)
        {
            command = Gait.SlowWalk.Command;
            return tick < ticks;
        }
    }

    private sealed class Watcher(Action<long> seen) : IStepObserver
    {
        public void Observe(long tick, CentipedeController controller) => seen(tick);
    }

    private sealed class Nobody : IStepObserver
    {
        public void Observe(long tick, CentipedeController controller) { }
    }

    private sealed class FakePlant : IPlant
    {
        public int Steps { get; private set; }
        public bool Resting { get; private set; }
        public double LastPeriod { get; private set; }
        public int Segments => 5;
        public void Sense(Senses senses) { }
        public void Step(Command command, Senses senses, double dt)
        {
            Steps++;
            LastPeriod = dt;
        }
        public void Rest() => Resting = true;
        public void Visit(IStateVisitor visitor) { }
    }
}
