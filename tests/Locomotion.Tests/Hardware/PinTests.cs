using System.Device.Gpio;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Pins;

namespace Locomotion.Tests.Hardware;

public sealed class PinTests : IDisposable
{
    private const int Enable = 17, Beat = 27, Stop = 22;
    private readonly SimulatedClock clock = new();
    private readonly SimulatedPins pins;
    private readonly GpioController gpio;
    private readonly SafetyWiring wiring;

    public PinTests()
    {
        pins = new SimulatedPins(clock);
        gpio = new GpioController(pins);
        wiring = new SafetyWiring(pins, clock, Enable, Beat, Stop);
    }

    public void Dispose() => gpio.Dispose();

    [Fact]
    public void Nothing_comes_out_before_a_program_runs_nor_when_it_only_starts()
    {
        Assert.True(wiring.OutputEnableHigh);
        using OutputEnable enable = new(gpio, Enable);
        using Heartbeat heartbeat = new(gpio, Beat);
        Assert.True(wiring.OutputEnableHigh);
    }

    [Fact]
    public void Outputs_are_on_while_allowed_beating_and_not_stopped()
    {
        using OutputEnable enable = new(gpio, Enable);
        using Heartbeat heartbeat = new(gpio, Beat);
        enable.Allow();
        Assert.True(wiring.OutputEnableHigh);
        heartbeat.Beat();
        Assert.False(wiring.OutputEnableHigh);
        wiring.StopPressed = true;
        Assert.True(wiring.OutputEnableHigh);
        wiring.StopPressed = false;
        enable.Forbid();
        Assert.True(wiring.OutputEnableHigh);
    }

    /// <summary>A killed program leaves its pins as they were; only the monostable knows.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void A_program_that_stops_beating_loses_its_outputs_in_the_monostables_time(bool lastLevelHigh)
    {
        using OutputEnable enable = new(gpio, Enable);
        using Heartbeat heartbeat = new(gpio, Beat);
        enable.Allow();
        for (int frame = 0; frame < (lastLevelHigh ? 101 : 100); frame++)
        {
            heartbeat.Beat();
            Assert.False(wiring.OutputEnableHigh);
            clock.Advance(20_000_000);
        }
        clock.Advance(100_000_000);
        Assert.True(pins.DrivesLow(Enable));
        Assert.True(wiring.OutputEnableHigh);
    }

    [Fact]
    public void Giving_the_pins_back_stops_the_outputs()
    {
        OutputEnable enable = new(gpio, Enable);
        using Heartbeat heartbeat = new(gpio, Beat);
        enable.Allow();
        heartbeat.Beat();
        enable.Dispose();
        Assert.True(wiring.OutputEnableHigh);
        enable.Dispose();
    }

    [Fact]
    public void The_stop_is_pressed_until_its_contact_proves_otherwise()
    {
        using EmergencyStop stop = new(gpio, Stop);
        bool[] samples = [.. Enumerable.Range(0, 6).Select(_ => stop.Sample())];
        Assert.Equal([true, true, true, true, false, false], samples);
        Assert.Equal(0, stop.Presses);
    }

    [Fact]
    public void A_cut_wire_is_a_press_and_one_disturbed_sample_is_none()
    {
        using EmergencyStop stop = new(gpio, Stop);
        for (int k = 0; k < 5; k++) stop.Sample();
        pins.Connect(Stop, true);
        Assert.False(stop.Sample());
        pins.Connect(Stop, false);
        Assert.False(stop.Sample());
        pins.Connect(Stop, null);
        Assert.False(stop.Sample());
        Assert.True(stop.Sample());
        Assert.Equal(1, stop.Presses);
    }

    [Fact]
    public void A_bouncing_contact_does_not_release()
    {
        using EmergencyStop stop = new(gpio, Stop);
        for (int k = 0; k < 40; k++)
        {
            pins.Connect(Stop, k % 4 == 0);
            Assert.True(stop.Sample());
        }
    }

    [Theory, InlineData(0, 5), InlineData(2, 0)]
    public void A_stop_that_needs_no_sample_is_refused(int press, int release) =>
        Assert.Throws<InvalidInputException>(() => new EmergencyStop(gpio, Stop, press, release));

    [Fact]
    public void Pins_are_sampled_and_driven_without_allocation()
    {
        using OutputEnable enable = new(gpio, Enable);
        using Heartbeat heartbeat = new(gpio, Beat);
        using EmergencyStop stop = new(gpio, Stop);
        Exercise();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exercise();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Exercise()
        {
            for (int frame = 0; frame < 100; frame++)
            {
                stop.Sample();
                heartbeat.Beat();
                if (frame % 2 == 0) enable.Allow();
                else enable.Forbid();
            }
        }
    }
}
