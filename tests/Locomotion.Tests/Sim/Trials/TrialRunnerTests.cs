using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Trials;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Sim.Trials;

public class TrialRunnerTests
{
    private const int Warm = 3000;

    [Theory]
    [InlineData("fast-walk", "phase"), InlineData("fast-walk", "bursting"), InlineData("swim", "phase"), InlineData("swim", "bursting")]
    public void The_present_set_and_small_changes_pass(string scenario, string oscillator)
    {
        foreach (string change in new[] { "", "motor.leg-amplitude=0.6", "excitation.load-gain=0.15", "motor.swim-bend=5" })
        {
            TrialVerdict verdict = Tried(scenario, oscillator, change == "" ? [] : [change]);
            Assert.True(verdict.Passed, $"{change}: {verdict.Reason}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{scenario}, {oscillator}, {change}: {verdict.Reason}");
        }
    }

    [Theory]
    [InlineData("fast-walk", "phase", "not -0.1 as set", "legs.waves=-2")]     // it takes longer to turn the wave round
    [InlineData("fast-walk", "phase", "It stalls: the legs make 0 cycles a second", "legs.base-frequency=0", "legs.frequency-gain=0")]
    [InlineData("fast-walk", "phase", "It stalls: the legs swing by 0 rad", "motor.leg-amplitude=0")]
    [InlineData("fast-walk", "phase", "It falls apart: the legs", "legs.load-feedback=100")]
    [InlineData("fast-walk", "phase", "It falls apart: the legs", "legs.from-ahead=0", "legs.from-behind=0", "legs.load-feedback=30")]
    [InlineData("fast-walk", "bursting", "It stalls: the legs swing by 0 rad", "bursting.extensor.bias=-20")]
    [InlineData("fast-walk", "bursting", "It stalls: the legs swing by 0 rad", "motor.leg-amplitude=0")]
    [InlineData("swim", "phase", "from tail to head", "trunk.swim-waves=-1.15")]
    [InlineData("swim", "phase", "It stalls: the trunk makes 0 cycles a second", "trunk.swim-frequency=0")]
    [InlineData("swim", "phase", "It stalls: the trunk bends by 0", "motor.swim-bend=0")]
    public void A_bad_set_is_refused_with_a_reason(string scenario, string oscillator, string says, params string[] changes)
    {
        TrialVerdict verdict = Tried(scenario, oscillator, changes);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Reason);
        Assert.False(verdict.Passed, verdict.Reason);
        Assert.Contains(says, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory, InlineData("phase"), InlineData("bursting")]
    public void The_running_simulation_is_not_touched_and_its_loop_allocates_nothing(string oscillator)
    {
        Simulation plain = Simulation("fast-walk", oscillator), tried = Simulation("fast-walk", oscillator);
        TrialRunner runner = new(tried);
        long allocated = 0;
        int trials = 0;
        using ManualResetEventSlim over = new(initialState: true);
        for (long tick = 0; tick < 4000; tick++)
        {
            Tick(plain, tick);
            if (tick % 500 == 250)
            {
                over.Wait(TestContext.Current.CancellationToken);
                over.Reset();
                Assert.True(runner.TryBegin(Changed(tried, "motor.leg-amplitude=0.1", "bursting.flexor.noise=0.5"), 3, _ =>
                {
                    trials++;
                    over.Set();
                }));
                Assert.False(runner.TryBegin(tried.Controller.Parameters, 3, _ => Assert.Fail()));
            }
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tick(tried, tick);
            runner.Observe(tick, tried.Controller);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }
        over.Wait(TestContext.Current.CancellationToken);
        Assert.Equal((8, 0L), (trials, allocated));
        Assert.Equal(3750, runner.Tick);
        Assert.Equal(plain.Digest.Value, tried.Digest.Value);
    }

    [Fact]
    public void A_copy_goes_on_exactly_as_what_it_was_copied_from()
    {
        foreach (string oscillator in new[] { "phase", "bursting" })
        {
            Simulation simulation = Simulation("fast-walk", oscillator);
            for (long tick = 0; tick < 777; tick++) Tick(simulation, tick);
            StateImage controller = new(simulation.Controller), plant = new(simulation.Plant);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(controller.TryTake(simulation.Controller) && plant.TryTake(simulation.Plant));
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Simulation fork = Simulation("fast-walk", oscillator);
            controller.PutInto(fork.Controller);
            plant.PutInto(fork.Plant);
            fork.Digest.Controller.Value = simulation.Digest.Controller.Value;
            fork.Digest.Plant.Value = simulation.Digest.Plant.Value;
            for (long tick = 777; tick < 1500; tick++)
            {
                Tick(simulation, tick);
                Tick(fork, tick);
            }
            Assert.Equal(simulation.Digest.Value, fork.Digest.Value);
        }
    }

    [Fact]
    public void A_wave_that_has_turned_round_is_refused_as_such() =>
        Assert.Contains("runs from tail to head", Tried("fast-walk", "phase", ["legs.waves=-2"], cycles: 50).Reason, StringComparison.Ordinal);

    private static TrialVerdict Tried(string scenario, string oscillator, string[] changes, int cycles = 10)
    {
        Simulation simulation = Simulation(scenario, oscillator);
        TrialRunner runner = new(simulation);
        long tick = 0;
        for (; tick < Warm; tick++) Tick(simulation, tick);
        using ManualResetEventSlim over = new();
        TrialVerdict? verdict = null;
        Assert.True(runner.TryBegin(Changed(simulation, changes), cycles, outcome =>
        {
            verdict = outcome;
            over.Set();
        }));
        Tick(simulation, tick);
        runner.Observe(tick, simulation.Controller);
        Assert.True(over.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        return verdict!;
    }

    private static Simulation Simulation(string scenario, string oscillator)
    {
        Scenario named = BuiltInScenarios.Named(scenario).Ending(600);
        return new Simulation(named with { Animal = named.Animal.With("oscillator", oscillator).With("bursting.flexor.noise", oscillator == "phase" ? "0" : "0.02") });
    }

    private static ControllerParameters Changed(Simulation simulation, params string[] changes)
    {
        Animal animal = simulation.Scenario.Animal with { Controller = simulation.Controller.Parameters };
        foreach (string change in changes) animal = animal.With(change.Split('=')[0], change.Split('=')[1]);
        return animal.Controller;
    }

    private static void Tick(Simulation simulation, long tick)
    {
        ControlLoop.Tick(simulation.Controller, simulation.Plant, simulation.Scenario.Timeline[0].Command);
        simulation.Digest.Observe();
    }
}
