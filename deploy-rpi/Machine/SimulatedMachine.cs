using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Machine;

/// <summary>
/// A robot that is not there: register-level models of its chips on simulated buses, its safety wiring, and the body that its servos move.
/// Its time goes on while the program waits; the same inputs give the same bytes on the bus, on every machine.
/// </summary>
public sealed class SimulatedMachine : IMachine, IClock
{
    private readonly SimulatedClock clock = new();
    private readonly double speed;
    private readonly long began = MonotonicClock.Instance.Nanoseconds;

    /// <summary>The robot's chips, servos and body.</summary>
    /// <param name="robot">What is wired where.</param>
    /// <param name="body">Its body.</param>
    /// <param name="habitat">Where it lies.</param>
    /// <param name="servos">How its servos really turn; null: as data sheets say.</param>
    /// <param name="speed">Simulated over real time; 0: as fast as it goes.</param>
    /// <param name="seed">Of the buses' faults.</param>
    public SimulatedMachine(Robot robot, BodyParameters body, Habitat habitat, CalibrationSet? servos = null, double speed = 0, ulong seed = 1)
    {
        this.speed = speed;
        Pins = new SimulatedPins(clock);
        Wiring = new SafetyWiring(Pins, clock, robot.Pins.Enable, robot.Pins.Heartbeat, robot.Pins.Stop);
        Gpio = new GpioController(Pins);
        Buses = [.. robot.Buses.Select((bus, k) => new BusModels(bus, clock, () => Wiring.OutputEnableHigh, seed + (ulong)k))];
        World = new SimulatedWorld(robot, body, habitat, Buses, servos ?? CalibrationSet.Nominal(robot));
    }

    /// <summary>Its buses and chips.</summary>
    public IReadOnlyList<BusModels> Buses { get; }

    /// <summary>The Pi's pins.</summary>
    public SimulatedPins Pins { get; }

    /// <summary>Watchdog, emergency stop and output enable.</summary>
    public SafetyWiring Wiring { get; }

    /// <summary>What its servos move.</summary>
    public SimulatedWorld World { get; }

    /// <summary>What a servo must not have seen, since the start.</summary>
    public IEnumerable<Violation> Violations => Buses.SelectMany(bus => bus.Boards).SelectMany(board => board.Violations);

    /// <inheritdoc/>
    public GpioController Gpio { get; }

    /// <inheritdoc/>
    public IClock Clock => this;

    /// <inheritdoc/>
    public long Nanoseconds => clock.Nanoseconds;

    /// <summary>Called before time goes on; for whoever makes things go wrong.</summary>
    public Action<long>? BeforeSleep { get; set; }

    /// <inheritdoc/>
    public void SleepUntil(long deadline)
    {
        BeforeSleep?.Invoke(deadline);
        if (speed > 0) MonotonicClock.Instance.SleepUntil(began + (long)(deadline / speed));
        clock.SleepUntil(deadline);
        World.CatchUp(clock.Nanoseconds);
    }

    /// <summary>Lets time go on without the program, as when it hangs or is dead.</summary>
    public void Pass(long nanoseconds)
    {
        long end = clock.Nanoseconds + nanoseconds;
        while (clock.Nanoseconds < end)
        {
            clock.SleepUntil(Math.Min(end, clock.Nanoseconds + 1_000_000));
            World.CatchUp(clock.Nanoseconds);
        }
    }

    /// <inheritdoc/>
    public I2cBus OpenBus(int id) => Buses.First(bus => bus.Plan.Id == id).Bus;

    /// <inheritdoc/>
    public void Dispose() => Gpio.Dispose();
}
