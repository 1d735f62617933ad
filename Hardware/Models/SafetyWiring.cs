using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>
/// What stands between the Pi's pins and the boards' output enable: a pull-up, the retriggerable monostable that the heartbeat keeps
/// running (74HC123 or alike), and the emergency stop's second contact. OE is low only while all three agree.
/// </summary>
public sealed class SafetyWiring
{
    private readonly SimulatedPins pins;
    private readonly IClock clock;
    private readonly int enablePin, heartbeatPin, stopPin;
    private readonly long holdNanoseconds;

    /// <summary>Wires the pins of a robot; the emergency stop is released.</summary>
    /// <param name="pins">The Pi's pins.</param>
    /// <param name="clock">Time.</param>
    /// <param name="enablePin">Drives OE.</param>
    /// <param name="heartbeatPin">Triggers the monostable by rising edges.</param>
    /// <param name="stopPin">Reads the emergency stop.</param>
    /// <param name="holdNanoseconds">How long the monostable runs on after a trigger, ns.</param>
    public SafetyWiring(SimulatedPins pins, IClock clock, int enablePin, int heartbeatPin, int stopPin, long holdNanoseconds = 100_000_000)
    {
        this.pins = pins;
        this.clock = clock;
        this.enablePin = enablePin;
        this.heartbeatPin = heartbeatPin;
        this.stopPin = stopPin;
        this.holdNanoseconds = holdNanoseconds;
        StopPressed = false;
    }

    /// <summary>The emergency stop's button. Pressed, its contacts open.</summary>
    public bool StopPressed
    {
        get;
        set
        {
            field = value;
            pins.Connect(stopPin, value ? null : false);
        }
    }

    /// <summary>True while heartbeats come in time.</summary>
    public bool WatchdogRuns => pins.LastRise(heartbeatPin) is long rise && clock.Nanoseconds - rise < holdNanoseconds;

    /// <summary>The line to all OE pins: high stops every pulse.</summary>
    public bool OutputEnableHigh => !(pins.DrivesLow(enablePin) && WatchdogRuns && !StopPressed);
}
