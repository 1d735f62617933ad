using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Machine;

/// <summary>A robot's electronics on a desk: models of its chips, pins and safety wiring, without a body. For the set-up tools.</summary>
public sealed class DeskMachine : IMachine, IClock
{
    private const double RestingVolts = 6, RestingLoad = 0;

    private readonly SimulatedClock clock = new();
    private readonly bool realTime;
    private readonly long began = MonotonicClock.Instance.Nanoseconds;

    /// <summary>Lays out the chips of <paramref name="robot"/>; the emergency stop is out, the rail has 6 V, no foot stands.</summary>
    /// <param name="robot">What is wired where.</param>
    /// <param name="realTime">Whether its time goes by as ours; else as fast as it goes.</param>
    public DeskMachine(Robot robot, bool realTime = false)
    {
        this.realTime = realTime;
        Pins = new SimulatedPins(clock);
        Wiring = new SafetyWiring(Pins, clock, robot.Pins.Enable, robot.Pins.Heartbeat, robot.Pins.Stop);
        Gpio = new GpioController(Pins);
        Buses = [.. robot.Buses.Select((bus, k) => new BusModels(bus, clock, () => Wiring.OutputEnableHigh, (ulong)k + 1))];
        foreach (BusModels bus in Buses)
        {
            if (bus.Rail is not null) bus.Rail.RailVolts = RestingVolts;
            for (int c = 0; c < bus.Converters.Count; c++) Array.Fill(bus.Converters[c].Volts, bus.Plan.Converters[c].Volts(RestingLoad));
        }
    }

    /// <summary>Its buses and chips.</summary>
    public IReadOnlyList<BusModels> Buses { get; }

    /// <summary>The Pi's pins.</summary>
    public SimulatedPins Pins { get; }

    /// <summary>Watchdog, emergency stop and output enable.</summary>
    public SafetyWiring Wiring { get; }

    /// <summary>Called whenever time has gone on: for whoever watches the servos.</summary>
    public Action? Passed { get; set; }

    /// <summary>Every use of a chip that its data sheet forbids, and every pulse that a servo must not see.</summary>
    public IEnumerable<Violation> Violations => Buses.SelectMany(bus => bus.Chips).SelectMany(chip => chip.Violations);

    /// <inheritdoc/>
    public GpioController Gpio { get; }

    /// <inheritdoc/>
    public IClock Clock => this;

    /// <inheritdoc/>
    public long Nanoseconds => clock.Nanoseconds;

    /// <summary>The pulse that joint <paramref name="joint"/>'s servo gets now, µs; 0: none.</summary>
    public double Pulse(int joint)
    {
        foreach (BusModels bus in Buses)
        {
            for (int board = 0; board < bus.Boards.Count; board++)
                for (int channel = 0; channel < bus.Plan.Boards[board].Joints.Count; channel++)
                    if (bus.Plan.Boards[board].Joints[channel] == joint) return bus.Boards[board].PulseMicroseconds(channel);
        }
        return 0;
    }

    /// <inheritdoc/>
    public void SleepUntil(long deadline)
    {
        if (realTime) MonotonicClock.Instance.SleepUntil(began + deadline);
        clock.SleepUntil(deadline);
        Passed?.Invoke();
    }

    /// <inheritdoc/>
    public I2cBus OpenBus(int id) => Buses.First(bus => bus.Plan.Id == id).Bus;

    /// <inheritdoc/>
    public void Dispose() => Gpio.Dispose();
}
